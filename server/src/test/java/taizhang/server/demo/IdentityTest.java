package taizhang.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Numbers of people and firms are well formed and cannot be anyone's. */
class IdentityTest {

  @Test
  void theCheckCharacterIsTheOneOfTheStandard() {
    assertThat(CreditCode.valid("91350100M000100Y43")).isTrue();
    assertThat(CreditCode.valid("91350100M000100Y44")).isFalse();
    assertThat(People.valid("11010519491231002X")).isTrue();
    assertThat(People.valid("110105194912310021")).isFalse();
  }

  @Test
  void everyIdNumberIsValidAndInNoCounty() {
    for (int n = 0; n < 2000; n++) {
      People person =
          People.of(Dice.of("people", n + ""), "370826", LocalDate.of(2023, 1, 1), 20, 80);
      assertThat(People.valid(person.number())).as(person.number()).isTrue();
      assertThat(person.number()).startsWith("990826");
      assertThat(person.number().substring(6, 14))
          .isEqualTo(person.born().toString().replace("-", ""));
      assertThat((person.number().charAt(16) - '0') % 2 == 1).isEqualTo(person.man());
      assertThat(person.name()).matches(".[甲乙丙丁戊己庚辛壬癸].");
    }
  }

  @Test
  void everyFirmIsInventedAndHasACodeOfItsOwn() {
    Set<String> codes = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (int n = 0; n < 1200; n++) {
      String firm = Firms.of("service", "beicai", "310115", "enterprises", n);
      String code = firm.substring(firm.indexOf(' ') + 1);
      assertThat(CreditCode.valid(code)).as(firm).isTrue();
      assertThat(code).startsWith("91990115");
      assertThat(codes.add(code)).isTrue();
      names.add(firm.substring(0, firm.indexOf(' ')));
    }
    assertThat(names).allMatch(name -> name.startsWith("演示")).doesNotHaveDuplicates();
  }
}
