package taizhang.prose.command;

import java.util.List;
import taizhang.prose.Reading;
import taizhang.prose.claim.Claim;
import taizhang.prose.commitment.Commitment;
import taizhang.prose.finding.Finding;
import taizhang.prose.text.Report;

/** A reading as the one JSON object that {@code read --json} prints. */
final class ReadingJson {

  private final JsonWriter json = new JsonWriter();

  private ReadingJson() {}

  static String of(Reading reading, String sha256) {
    ReadingJson json = new ReadingJson();
    json.json.open('{');
    json.source(reading, sha256);
    json.claims(reading.claims());
    json.commitments(reading.commitments());
    json.findings(reading.findings());
    return json.json.close('}').toString();
  }

  /** The findings alone, as {@code check --json} prints them. */
  static String findings(Reading reading, String sha256) {
    ReadingJson json = new ReadingJson();
    json.json.open('{');
    json.source(reading, sha256);
    json.findings(reading.findings());
    return json.json.close('}').toString();
  }

  private void source(Reading reading, String sha256) {
    json.name("source").open('{');
    json.field("name", reading.source().name()).field("sha256", sha256);
    json.field("chars", reading.source().text().length()).name("reports").open('[');
    for (Report report : reading.reports()) {
      int year = report.years().review();
      json.open('{').field("fromLine", report.fromLine()).field("toLine", report.toLine());
      json.field("title", report.title())
          .field("year", year == 0 ? "" : Integer.toString(year))
          .close('}');
    }
    json.close(']').close('}');
  }

  private void claims(List<Claim> claims) {
    json.newLine().name("claims").open('[');
    for (Claim claim : claims) {
      json.newLine().open('{').field("id", claim.id());
      place(claim.line(), claim.start(), claim.end(), claim.text());
      json.field("value", claim.printed()).field("unit", claim.unit().name());
      json.field("approx", claim.approx().label()).field("role", claim.role().label());
      json.field("kind", claim.kind().label()).field("subject", claim.subject());
      json.field("scope", claim.scope())
          .field("period", claim.period())
          .field("parent", claim.parent());
      json.field("indicator", claim.indicator()).field("score", claim.score()).close('}');
    }
    json.close(']');
  }

  private void commitments(List<Commitment> commitments) {
    json.newLine().name("commitments").open('[');
    for (Commitment commitment : commitments) {
      json.newLine().open('{').field("id", commitment.id());
      place(commitment.line(), commitment.start(), commitment.end(), commitment.text());
      json.field("action", commitment.action()).field("object", commitment.object());
      json.field("deadline", commitment.deadline()).field("target", commitment.target()).close('}');
    }
    json.close(']');
  }

  private void findings(List<Finding> findings) {
    json.newLine().name("findings").open('[');
    for (Finding finding : findings) {
      json.newLine().open('{').field("id", finding.id()).field("rule", finding.rule());
      json.field("severity", finding.severity().name());
      place(finding.line(), finding.start(), finding.end(), finding.text());
      json.field("message", finding.message()).field("evidence", finding.evidence());
      json.field("suggestion", finding.suggestion())
          .field("fingerprint", finding.fingerprint())
          .close('}');
    }
    json.close(']');
  }

  private void place(int line, int start, int end, String text) {
    json.field("line", line).field("start", start).field("end", end).field("text", text);
  }
}
