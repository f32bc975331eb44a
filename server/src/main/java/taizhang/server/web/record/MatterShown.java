package taizhang.server.web.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record's page says of it as a matter: by when and why then, what was ordered on paper, who
 * gave an opinion.
 *
 * @param clocks its time limits
 * @param papers documents of supervision, the newest first
 * @param progress how far it is by the books, null where no figure tells
 * @param opinions what supporting departments said
 * @param silent supporting departments that have not said anything yet
 * @param says the departments for which the person can give an opinion here
 * @param incident other matters of the same incident, each with its own clock
 * @param links true where the person can say that another matter is of the same incident
 * @param orders true where the person can draft a document of supervision here
 * @param flow address of the drawing of its lifecycle, empty where there is none
 */
public record MatterShown(
    List<Limit> clocks,
    List<Paper> papers,
    @Nullable Progress progress,
    List<Opinion> opinions,
    List<String> silent,
    List<String> says,
    List<Other> incident,
    boolean links,
    boolean orders,
    String flow) {

  public MatterShown {
    clocks = List.copyOf(clocks);
    papers = List.copyOf(papers);
    opinions = List.copyOf(opinions);
    silent = List.copyOf(silent);
    says = List.copyOf(says);
    incident = List.copyOf(incident);
  }

  /** True where there is nothing to say beside the lifecycle. */
  public boolean bare() {
    return clocks.isEmpty()
        && papers.isEmpty()
        && progress == null
        && opinions.isEmpty()
        && silent.isEmpty()
        && says.isEmpty()
        && incident.isEmpty()
        && !links
        && !orders;
  }

  /**
   * How far a task is by the books.
   *
   * @param title the indicator
   * @param value its figure
   * @param target what is to be reached, empty where nothing is said
   * @param reached true where it is
   * @param href where the figure is
   */
  public record Progress(String title, String value, String target, boolean reached, String href) {}

  /**
   * A time limit.
   *
   * @param title such as 整改
   * @param light class of its light
   * @param due when it runs out or what became of it
   * @param left how far that is off, empty where it does not run
   * @param why why then
   * @param source where the limit is laid down, empty where none is
   * @param provisional true where holidays of that year are not announced
   * @param longer what was asked for and granted, empty for nothing
   * @param asks what an extension is asked for with, null where the person cannot
   * @param grants what it is granted with, null where the person cannot
   */
  public record Limit(
      String title,
      String light,
      String due,
      String left,
      String why,
      String source,
      boolean provisional,
      String longer,
      @Nullable Lengthening asks,
      @Nullable Lengthening grants) {}

  /**
   * How longer time is asked for or granted.
   *
   * @param field the field that says how much
   * @param unit in what
   * @param most the most that can be granted, 0 for no such bound
   */
  public record Lengthening(String field, String unit, int most) {}

  /**
   * A document of supervision.
   *
   * @param kind 工作交办单 and so on
   * @param about reference, or that it is a draft
   * @param moves what the person may do with it
   */
  public record Paper(
      long id, String kind, String about, String state, String href, List<Step> moves) {
    public Paper {
      moves = List.copyOf(moves);
    }
  }

  /**
   * A step of a document.
   *
   * @param action where it is sent
   */
  public record Step(String title, String action) {}

  /** What a supporting department said. */
  public record Opinion(String department, String text, String on, String href) {}

  /**
   * A matter of the same incident.
   *
   * @param due by when it is to be done, by its own clock; empty where none runs
   */
  public record Other(String incident, String title, String state, String due, String href) {}
}
