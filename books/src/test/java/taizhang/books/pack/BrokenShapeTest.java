package taizhang.books.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static taizhang.books.pack.Yaml.problemsAfter;

import org.junit.jupiter.api.Test;

/** What does not fit the schema is told with its place and what is allowed there. */
class BrokenShapeTest {

  @Test
  void anUnknownKeyIsToldWithTheKeyThatWasMeant() {
    assertThat(problemsAfter("title: 社会救助", "titel: 社会救助"))
        .containsExactly(
            "a.yaml:1:1: 'title' is missing",
            "a.yaml:2:1: titel: 'titel' is no key here; did you mean 'title'? (allowed: pack, title, owner, version, ledgers, indicators, lifecycles, headlines, passages, serves)");
  }

  @Test
  void aWrongTypeIsToldWithTheRightOne() {
    assertThat(problemsAfter("owner: 民政办", "owner: 5"))
        .containsExactly("a.yaml:3:8: owner: is a number but must be a text: put it in quotes");
  }

  @Test
  void aNumberInQuotesIsATextAndNotANumber() {
    assertThat(problemsAfter("type: money, min: 0", "type: money, min: \"0\""))
        .containsExactly(
            "a.yaml:14:45: ledgers.grant.fields.amount.min: is a text but must be a number, without quotes");
  }

  @Test
  void aNumberThatIsTooSmallIsToldTheLeast() {
    assertThat(problemsAfter("owner: 民政办", "owner: 民政办\nversion: 0"))
        .containsExactly("a.yaml:4:10: version: '0' is too small, the least is 1");
  }

  @Test
  void aPackNameIsLowerCase() {
    assertThat(problemsAfter("pack: aid", "pack: Aid"))
        .containsExactly(
            "a.yaml:1:7: pack: 'Aid' does not fit here: Lower-case letters, digits and _, beginning with a letter.");
  }

  @Test
  void aLedgerNameIsLowerCase() {
    assertThat(problemsAfter("  grant:\n", "  Grant:\n"))
        .containsExactly(
            "a.yaml:5:3: ledgers.Grant: 'Grant' is no name: lower-case letters, digits and _, a letter first");
  }

  @Test
  void aWordThatIsNotAllowedIsToldWithThoseThatAre() {
    assertThat(problemsAfter("lives_at: village", "lives_at: vilage"))
        .containsExactly(
            "a.yaml:7:15: ledgers.grant.lives_at: 'vilage' is not allowed here; did you mean 'village'? (allowed: county, town, village, community, grid, group)");
  }

  @Test
  void anUnknownFieldTypeIsToldWithTheNearest() {
    assertThat(problemsAfter("type: household", "type: houshold"))
        .containsExactly(
            "a.yaml:12:38: ledgers.grant.fields.household.type: 'houshold' is not allowed here; did you mean 'household'?");
  }

  @Test
  void aKeyWithoutFieldsIsEmpty() {
    assertThat(problemsAfter("key: [household, paid_on]", "key: []"))
        .containsExactly("a.yaml:8:5: ledgers.grant.key: must not be empty");
  }

  @Test
  void aMoveHasNoOtherKeysThanThese() {
    assertThat(problemsAfter("needs: [amount]", "needs: [amount], who: clerk"))
        .containsExactly(
            "a.yaml:38:66: lifecycles.steps.moves.finish.who: 'who' is no key here (allowed: title, from, to, needs, takes, reason, by, other_than, guard, say)");
  }

  @Test
  void moreDecimalsThanEightAreRefused() {
    assertThat(problemsAfter("pace: yes", "pace: yes, print: {decimals: 9}"))
        .containsExactly(
            "a.yaml:29:91: indicators.paid.print.decimals: '9' is too great, the most is 8");
  }

  @Test
  void tagsAreRefused() {
    assertThat(problemsAfter("pack: aid", "pack: !secret aid"))
        .containsExactly("a.yaml:1:7: pack: packs have no tags, so not '!secret'");
  }

  @Test
  void brokenYamlIsToldWithItsPlace() {
    assertThat(problemsAfter("pack: aid", "pack: [aid"))
        .containsExactly(
            "a.yaml:2:6: not YAML: while parsing a flow sequence, expected ',' or ']', but got :");
  }

  @Test
  void aKeyThatStandsTwiceIsTold() {
    assertThat(problemsAfter("helped: {title", "paid: {title"))
        .containsExactly(
            "a.yaml:25:14: ledgers.grant.post[2].to: there is no indicator 'helped' (allowed: paid, enrolled, budget, per_household)",
            "a.yaml:30:3: indicators.paid: 'paid' stands here already, on line 29",
            "a.yaml:33:42: indicators.per_household.formula: there is no indicator 'helped' (allowed: paid, enrolled, budget, per_household)");
  }

  @Test
  void anAliasInsideItselfIsRefused() {
    assertThat(problemsAfter("ledgers:\n", "ledgers:\n  loop: &a\n    title: *a\n"))
        .containsExactly(
            "a.yaml:5:3: ledgers.loop: 'fields' is missing",
            "a.yaml:5:3: ledgers.loop: 'lives_at' is missing",
            "a.yaml:5:9: ledgers.loop.title: an alias inside what it stands for",
            "a.yaml:6:5: ledgers.loop.title: is a mapping of keys but must be a text");
  }
}
