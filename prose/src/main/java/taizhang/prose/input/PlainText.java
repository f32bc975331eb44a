package taizhang.prose.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import taizhang.prose.input.InputRefusedException.Reason;

/**
 * Decodes text: by its byte order mark, else as UTF-8, else as GB18030 when that makes Chinese
 * prose.
 */
final class PlainText {

  /**
   * Characters no page of Chinese prose goes without; bytes of another encoding read as GB18030
   * hardly make them.
   */
  private static final String COMMON = "的一和年了在是、，。";

  private static final int PAGE = 200;

  private PlainText() {}

  static String decode(String name, byte[] bytes) throws InputRefusedException {
    String marked = marked(bytes);
    if (marked != null) {
      return marked;
    }
    for (byte b : bytes) {
      boolean control =
          b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x0b;
      if (control) {
        throw new InputRefusedException(Reason.NOT_TEXT, name);
      }
    }
    String utf8 = strictly(bytes, StandardCharsets.UTF_8);
    if (utf8 != null) {
      return utf8;
    }
    String gb = strictly(bytes, Charset.forName("GB18030"));
    if (gb == null || !prose(gb)) {
      throw new InputRefusedException(Reason.WRONG_ENCODING, name);
    }
    return gb;
  }

  private static @Nullable String marked(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes.length > 1 ? bytes[1] & 0xff : 0;
    if (bytes.length > 2 && first == 0xef && second == 0xbb && (bytes[2] & 0xff) == 0xbf) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (first == 0xff && second == 0xfe) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    return first == 0xfe && second == 0xff
        ? new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE)
        : null;
  }

  private static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static boolean prose(String text) {
    int common = 0;
    for (int i = 0; i < text.length(); i++) {
      common += COMMON.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
    }
    return common > text.length() / PAGE;
  }
}
