package taizhang.server.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;

/**
 * What kind of file something is, by its content and not by its name. Papers and pictures are
 * taken; whatever a computer could run is not, nor what is marked as a state secret: this is no
 * system for such files.
 */
final class FileKind {

  static final String WANTED = "PDF、OFD、Word、Excel、PPT（docx、xlsx、pptx）、图片（jpg、png）、文本（txt、csv）";

  private static final Pattern SECRET_NAME = Pattern.compile("绝密|机密|秘密");
  private static final Pattern SECRET_MARK = Pattern.compile("(绝\\s*密|机\\s*密|秘\\s*密)\\s*★");
  private static final int MOST_INFLATED = 64 << 20;
  private static final int MOST_PARTS = 5000;

  /** The first bytes of what is taken, and what it is. */
  private record Head(String type, byte[] bytes) {}

  private static final List<Head> HEADS =
      List.of(
          new Head("application/pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII)),
          new Head("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}),
          new Head("image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}));

  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

  /** How files of a type are called. */
  private static final Map<String, Set<String>> NAMED =
      Map.of(
          "application/pdf",
          Set.of("pdf"),
          "image/png",
          Set.of("png"),
          "image/jpeg",
          Set.of("jpg", "jpeg"),
          "text/plain",
          Set.of("txt", "csv"),
          "application/ofd",
          Set.of("ofd"),
          OFFICE + "wordprocessingml.document",
          Set.of("docx"),
          OFFICE + "spreadsheetml.sheet",
          Set.of("xlsx"),
          OFFICE + "presentationml.presentation",
          Set.of("pptx"));

  private FileKind() {}

  /**
   * The media type of a file.
   *
   * @throws Refusal where it is of a kind that is not taken, or marked secret
   */
  static String of(String name, byte[] content) {
    if (SECRET_NAME.matcher(name).find()) {
      throw secret(name);
    }
    String type = byContent(name, content);
    String last = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (type == null || !NAMED.getOrDefault(type, Set.of()).contains(last)) {
      throw Refusal.of(ProblemCode.NOT_READABLE, "“" + name + "”", "只收" + WANTED + "，内容须与扩展名相符");
    }
    return type;
  }

  private static @Nullable String byContent(String name, byte[] content) {
    for (Head head : HEADS) {
      if (startsWith(content, head.bytes())) {
        return head.type();
      }
    }
    boolean zip = startsWith(content, new byte[] {'P', 'K', 3, 4});
    return zip ? zip(name, content) : text(name, content);
  }

  private static Refusal secret(String name) {
    return Refusal.of(ProblemCode.NOT_READABLE, "“" + name + "”", "本系统是非涉密系统，标有密级的文件不能放入；请按保密规定处理");
  }

  private static boolean startsWith(byte[] content, byte[] head) {
    return content.length >= head.length
        && java.util.Arrays.equals(content, 0, head.length, head, 0, head.length);
  }

  /** Papers are folders of XML in a zip; any with a program inside is not taken. */
  private static @Nullable String zip(String name, byte[] content) {
    String type = null;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      long inflated = 0;
      int parts = 0;
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        byte[] bytes = zip.readNBytes((int) (MOST_INFLATED - inflated + 1));
        inflated += bytes.length;
        String path = part.getName().toLowerCase(Locale.ROOT);
        if (inflated > MOST_INFLATED || ++parts > MOST_PARTS || runs(path)) {
          return null;
        }
        String known = paper(path);
        type = known == null ? type : known;
        if (path.endsWith(".xml") && marked(bytes)) {
          throw secret(name);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
    return type;
  }

  private static boolean runs(String path) {
    return path.contains("vbaproject")
        || path.contains("activex")
        || path.contains("oleobject")
        || path.matches(".*\\.(exe|dll|js|vbs|bat|cmd|ps1|jar|class|sh|scr|msi|com|html?)");
  }

  private static @Nullable String paper(String path) {
    return switch (path) {
      case "word/document.xml" -> OFFICE + "wordprocessingml.document";
      case "xl/workbook.xml" -> OFFICE + "spreadsheetml.sheet";
      case "ppt/presentation.xml" -> OFFICE + "presentationml.presentation";
      case "ofd.xml" -> "application/ofd";
      default -> null;
    };
  }

  private static boolean marked(byte[] xml) {
    String text = new String(xml, StandardCharsets.UTF_8).replaceAll("<[^>]*>", "");
    return SECRET_MARK.matcher(text).find();
  }

  private static @Nullable String text(String name, byte[] content) {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      try {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        if (SECRET_MARK.matcher(text).find()) {
          throw secret(name);
        }
        boolean plain = text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
        boolean script = text.startsWith("#!") || text.stripLeading().startsWith("<");
        return plain && !script && !text.isBlank() ? "text/plain" : null;
      } catch (CharacterCodingException e) {
        // the next one
      }
    }
    return null;
  }
}
