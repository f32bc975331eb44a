package taizhang.books.pack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassificationTest {

  private static final String PACK =
      """
      pack: roster
      title: 值班
      owner: 党政办
      ledgers:
        duty:
          title: 值班表
          lives_at: town
          fields:
            keeper: {title: 值班人, type: person}
            mobile: {title: 电话, type: phone}
            hotline: {title: 值班电话, type: phone, classification: open}
            note: {title: 备注, type: text}
      """;

  private static Classification of(String field) {
    Packs packs = Packs.read(List.of(new PackSource("packs/roster/pack.yaml", PACK)));
    Ledger duty = requireNonNull(packs.ledger("roster.duty"));
    return requireNonNull(duty.fields().get(field)).classification();
  }

  @Test
  void personsAndTheirTelephonesArePersonalUnlessThePackSaysOtherwise() {
    assertThat(of("keeper")).isEqualTo(Classification.PERSONAL);
    assertThat(of("mobile")).isEqualTo(Classification.PERSONAL);
    assertThat(of("hotline")).isEqualTo(Classification.OPEN);
    assertThat(of("note")).isEqualTo(Classification.OPEN);
  }
}
