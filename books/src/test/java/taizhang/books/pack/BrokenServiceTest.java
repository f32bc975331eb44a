package taizhang.books.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a pack says it serves names things that it declares. */
class BrokenServiceTest {

  private static List<String> problems(String by) {
    return Yaml.problems(Yaml.GOOD + "serves:\n  - {row: 7, by: " + by + "}\n");
  }

  @Test
  void everyKindOfThingCanBeNamed() {
    String by =
        "[ledger grant, field grant.kind, code grant.kind.low, view grant.table, lifecycle steps,"
            + " state steps.done, move steps.finish, indicator paid]";
    Pack pack = Yaml.pack(Yaml.GOOD + "serves:\n  - {row: 7, by: " + by + "}\n");

    assertThat(pack.serves().getFirst().by())
        .extracting(Service.Thing::title)
        .containsExactly("救助发放", "救助发放·类别", "救助发放·类别·低保", "救助发放·表格", "受理、办结", "办结", "办结", "发放救助金");
    assertThat(pack.serves().getFirst().by().get(2).code()).isEqualTo("aid.grant.kind.low");
  }

  @Test
  void aThingThatIsNotThereIsToldWithWhatWasMeant() {
    assertThat(problems("[ledger grants]"))
        .singleElement()
        .asString()
        .startsWith(
            "a.yaml:42:19: serves[0].by[0]: there is no ledger 'grants'; did you mean 'grant'?");
    assertThat(problems("[code grant.kind.lo]"))
        .singleElement()
        .asString()
        .contains("there is no code 'lo'; did you mean 'low'?");
    assertThat(problems("[view grant.map]"))
        .singleElement()
        .asString()
        .contains("there is no view 'map' (allowed: table)");
    assertThat(problems("[field grantt.kind]"))
        .singleElement()
        .asString()
        .contains("there is no ledger 'grantt'; did you mean 'grant'?");
  }

  @Test
  void anUnknownKindOfThingIsTold() {
    assertThat(problems("[ledgr grant]"))
        .singleElement()
        .asString()
        .contains("'ledgr' is no kind of thing; did you mean 'ledger'?");
  }

  @Test
  void aNameOfTheWrongLengthIsTold() {
    assertThat(problems("[field kind]"))
        .singleElement()
        .asString()
        .contains("a field is named by 2 names, joined by '.'");
  }
}
