package taizhang.server.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.books.period.Period;
import taizhang.server.report.Composition.Kind;
import taizhang.server.report.Composition.Line;

/**
 * A document of supervision: 工作交办单, 工作催办单, 督办通知单.
 *
 * @param town name of the town
 * @param kind what it is
 * @param reference its number, empty while it is a draft
 * @param department who is to act
 * @param subject the matter
 * @param demand what is asked
 * @param due by when
 * @param why how that day follows
 * @param signer who signed, empty while it is a draft
 * @param signedOn when, null while it is a draft
 * @param draftedOn when it was drafted
 * @param seq newest entry of its record
 */
public record Slip(
    String town,
    String kind,
    String reference,
    String department,
    String subject,
    String demand,
    @Nullable LocalDate due,
    String why,
    String signer,
    @Nullable LocalDate signedOn,
    LocalDate draftedOn,
    long seq) {

  /** The document as .docx in official layout. */
  public static byte[] docx(Slip slip, boolean demo) {
    return Paper.docx(slip.composition(), demo);
  }

  private Composition composition() {
    List<Line> lines = new ArrayList<>();
    line(lines, Kind.TITLE, town + kind);
    line(lines, Kind.SESSION, reference.isEmpty() ? "（拟稿，未签发）" : reference);
    if (!department.isEmpty()) {
      line(lines, Kind.SALUTATION, department + "：");
    }
    line(lines, Kind.PARAGRAPH, "事项：" + subject + "。");
    line(lines, Kind.PARAGRAPH, "要求：" + demand + "。");
    if (due != null) {
      line(
          lines, Kind.PARAGRAPH, "办理时限：" + day(due) + "。" + (why.isEmpty() ? "" : "（" + why + "）"));
    }
    line(lines, Kind.PARAGRAPH, "请接单后签收，按时限办理并报送办理结果；不能按期办结的，须在到期前说明原因、申请延期。");
    if (signedOn != null) {
      line(lines, Kind.SIGNATURE, "签发人：" + signer);
      line(lines, Kind.SIGNATURE, day(signedOn));
    }
    LocalDate dated = signedOn == null ? draftedOn : signedOn;
    return new Composition(outline(dated.getYear()), seq, dated, lines, List.of(), List.of());
  }

  private Outline outline(int year) {
    return new Outline(
        "",
        "",
        town + kind,
        "",
        year,
        Period.parse(Integer.toString(year)),
        "",
        signer,
        "",
        List.of(),
        List.of(),
        List.of());
  }

  private static void line(List<Line> lines, Kind kind, String text) {
    lines.add(new Line(kind, List.of(new Composition.Text(text, false))));
  }

  private static String day(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }
}
