package taizhang.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Every package of the server is a module; what lies beneath it is its own. */
class ModulesTest {

  private static final ApplicationModules MODULES =
      ApplicationModules.of(
          "taizhang.server",
          DescribedPredicate.describe(
              "generated from pages", (JavaClass c) -> c.getPackageName().contains(".jte")));

  @Test
  void theModulesAreSeen() {
    assertThat(MODULES.stream()).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void noModuleReachesIntoAnotherAndNoneTurnInCircles() {
    MODULES.verify();
  }
}
