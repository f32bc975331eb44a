package taizhang.server.web.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.server.report.Sketch;
import taizhang.server.report.StaleParagraph;

/**
 * A paragraph being written.
 *
 * @param at where the report stands
 * @param paragraph its mark
 * @param lead its run-in heading as typed so far
 * @param text its text as typed so far
 * @param seenLead the heading it was taken up with
 * @param seenText the text it was taken up with
 * @param sketch how it would read
 * @param stale how it reads by now where somebody else wrote it meanwhile
 * @param problems what was refused
 * @param writes true where its writer may take it out
 */
public record Editor(
    Address at,
    String paragraph,
    String lead,
    String text,
    String seenLead,
    String seenText,
    Sketch sketch,
    @Nullable StaleParagraph stale,
    List<String> problems,
    boolean writes) {

  public Editor {
    problems = List.copyOf(problems);
  }

  /** The same text, beside what somebody else wrote meanwhile; saved again, it takes its place. */
  Editor against(StaleParagraph other) {
    return new Editor(
        at, paragraph, lead, text, other.lead(), other.text(), sketch, other, problems, writes);
  }

  /** The same text, with what is wrong. */
  Editor refused(List<String> wrong) {
    return new Editor(at, paragraph, lead, text, seenLead, seenText, sketch, stale, wrong, writes);
  }
}
