package taizhang.server.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import taizhang.books.entry.Submission;
import taizhang.server.ledger.Author;
import taizhang.server.ledger.Entries;

/** Arrows point one way: server → books, server → prose; books and prose know nobody. */
class ArrowsTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/jte/"))
          .importPackages("taizhang");

  @Test
  void seesTheClassesOfAllThreeRooms() {
    assertThat(CLASSES).hasSizeGreaterThan(150);
    assertThat(CLASSES.stream().map(c -> c.getPackageName().replaceFirst("^(\\w+\\.\\w+).*", "$1")))
        .contains("taizhang.books", "taizhang.prose", "taizhang.server");
  }

  @Test
  void theBooksKnowNobody() {
    noClasses()
        .that()
        .resideInAPackage("taizhang.books..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("taizhang.prose..", "taizhang.server..")
        .check(CLASSES);
  }

  @Test
  void theProseKnowsNobody() {
    noClasses()
        .that()
        .resideInAPackage("taizhang.prose..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("taizhang.books..", "taizhang.server..")
        .check(CLASSES);
  }

  @Test
  void theCoreIsFreeOfSpringAndOfSql() {
    noClasses()
        .that()
        .resideInAnyPackage("taizhang.books..", "taizhang.prose..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..", "java.sql..", "javax.sql..", "org.postgresql..")
        .check(CLASSES);
  }

  @Test
  void pagesEnterOnlyWhatThePersonMayEnter() {
    noClasses()
        .that()
        .resideInAPackage("taizhang.server.web..")
        .should()
        .callMethod(Entries.class, "append", String.class, String.class, Submission.class)
        .orShould()
        .callMethod(Entries.class, "appendAll", String.class, String.class, List.class)
        .orShould()
        .callMethod(Entries.class, "preview", String.class, String.class, List.class)
        .orShould()
        .callMethod(Author.class, "operator", String.class)
        .check(CLASSES);
  }

  @Test
  void packagesDoNotTurnInCircles() {
    slices().matching("taizhang.(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
