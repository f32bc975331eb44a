package taizhang.server.web.matter;

import java.util.List;
import taizhang.server.web.record.Input;

/**
 * Several matters at once: which step, then what it needs.
 *
 * @param town code of the town
 * @param groups the matters by ledger, each with the steps there are
 */
public record BulkShown(String town, List<Group> groups) {

  public BulkShown {
    groups = List.copyOf(groups);
  }

  /**
   * The matters of one ledger.
   *
   * @param steps the steps that can be made for some of them
   */
  public record Group(String ledger, String title, List<One> matters, List<Step> steps) {
    public Group {
      matters = List.copyOf(matters);
      steps = List.copyOf(steps);
    }
  }

  /**
   * A matter.
   *
   * @param hindrance why the step cannot be made for it, empty where it can
   */
  public record One(long id, String title, String state, String href, String hindrance) {}

  /**
   * A step.
   *
   * @param name {@code move:NAME} or {@code set:FIELD}
   * @param count for how many of them it can be made
   */
  public record Step(String name, String title, int count) {}

  /**
   * The form of a step.
   *
   * @param inputs what it needs
   * @param reason true where it must say why
   */
  public record Form(
      String town,
      String ledger,
      String ledgerTitle,
      String step,
      String title,
      List<One> matters,
      List<Input> inputs,
      boolean reason) {
    public Form {
      matters = List.copyOf(matters);
      inputs = List.copyOf(inputs);
    }

    /** For how many it will be made. */
    public long possible() {
      return matters.stream().filter(one -> one.hindrance().isEmpty()).count();
    }
  }
}
