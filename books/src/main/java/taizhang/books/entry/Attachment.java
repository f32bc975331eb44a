package taizhang.books.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;

/**
 * A file laid beside a record (附件), as the entry names it. What the file holds is kept apart under
 * its digest, so that whoever has the entry can tell whether the file is the one that was laid
 * there.
 *
 * @param seq the entry
 * @param name what the file was called
 * @param size in bytes
 * @param type media type by its content
 * @param digest SM3 of its content (GB/T 32905—2016), 64 hexadecimal digits
 */
public record Attachment(long seq, String name, long size, String type, String digest) {

  private static final String NAME = "name";
  private static final String SIZE = "size";
  private static final String TYPE = "type";
  private static final String DIGEST = "digest";
  private static final int LONGEST_NAME = 200;

  /** What the entry says. */
  public Map<String, Value> patch() {
    return Map.of(
        NAME, Value.of(name),
        SIZE, Value.of(size),
        TYPE, Value.of(type),
        DIGEST, Value.of(digest));
  }

  /** What an entry says. */
  public static Attachment of(Entry entry) {
    Image image = Image.EMPTY.with(entry.patch());
    return new Attachment(
        entry.seq(),
        image.text(NAME),
        Long.parseLong(image.text(SIZE)),
        image.text(TYPE),
        image.text(DIGEST));
  }

  /** The files beside a record by its entries in the order of the books, but those taken away. */
  public static List<Attachment> standing(List<Entry> entries) {
    SequencedMap<Long, Attachment> files = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (entry.kind() == EntryKind.ATTACH) {
        if (entry.ofVersion() == null) {
          files.put(entry.seq(), of(entry));
        } else {
          files.remove(entry.ofVersion());
        }
      }
    }
    return List.copyOf(files.values());
  }

  /** What is wrong with a submission that lays a file beside a record or takes it away. */
  public static List<Problem> problems(Submission submission) {
    List<Problem> problems = new ArrayList<>();
    Image image = Image.EMPTY.with(submission.patch());
    if (submission.ofVersion() != null) {
      submission
          .patch()
          .keySet()
          .forEach(field ->
              problems.add(Problem.of(ProblemCode.UNKNOWN_FIELD, "", field, "").in(field)));
      return problems;
    }
    String name = image.text(NAME);
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      problems.add(Problem.of(ProblemCode.TOO_LONG, "文件名", LONGEST_NAME, name.length()).in(NAME));
    }
    if (!image.text(SIZE).matches("[1-9]\\d{0,11}")) {
      problems.add(Problem.of(ProblemCode.MISSING_FIELD, SIZE).in(SIZE));
    }
    if (!image.text(TYPE).matches("[a-z]+/[\\w.+-]+")) {
      problems.add(Problem.of(ProblemCode.MISSING_FIELD, TYPE).in(TYPE));
    }
    if (!image.text(DIGEST).matches("[0-9a-f]{64}")) {
      problems.add(Problem.of(ProblemCode.MISSING_FIELD, DIGEST).in(DIGEST));
    }
    return problems;
  }
}
