package taizhang.prose.number;

import java.util.ArrayList;
import java.util.List;
import taizhang.prose.text.Glyphs;

/**
 * Finds the quantities of a line in one pass: it stops at digits and Chinese numerals only, and
 * looks a bounded way around each. Dates, ordinals, names with digits and set phrases are passed
 * over.
 */
public final class QuantityScanner {

  private final String text;
  private final int to;
  private final List<Quantity> found = new ArrayList<>(4);
  private int quote = -1;

  private QuantityScanner(String text) {
    this.text = text;
    this.to = text.length();
  }

  /** The quantities of a line, in their order. */
  public static List<Quantity> scan(String line) {
    return new QuantityScanner(line).run();
  }

  private List<Quantity> run() {
    int i = 0;
    while (i < to) {
      char c = text.charAt(i);
      if (c < 0x80 ? c >= '0' && c <= '9' : Glyphs.digit(c)) {
        i = arabic(i);
      } else if (c >= 0x4e00 && Glyphs.hanNumeral(c)) {
        i = han(i);
      } else {
        if (c == '“') {
          quote = i;
        } else if (c == '”') {
          quote = -1;
        } else if (c == '翻' || c == '无' || c == '第') {
          i = special(i);
          continue;
        }
        i++;
      }
    }
    return found;
  }

  private int arabic(int at) {
    int signed = ArabicReading.signed(text, at);
    if (ArabicReading.partOfName(text, at)) {
      return ArabicReading.skipName(text, at, to);
    }
    ArabicReading reading = ArabicReading.at(text, at, signed, to);
    Quantity quantity = reading.quantity();
    if (quantity == null || quotedName(quantity)) {
      return Math.max(reading.end(), at + 1);
    }
    found.add(quantity);
    return quantity.end();
  }

  private int han(int at) {
    HanReading reading = HanReading.at(text, at, to);
    Quantity quantity = reading.quantity();
    if (quantity == null || quoted(quantity.end(), 14)) {
      return Math.max(reading.end(), at + 1);
    }
    found.add(quantity);
    return quantity.end();
  }

  private int special(int at) {
    Quantity quantity = SpecialReading.at(text, at, to);
    if (quantity == null) {
      return at + 1;
    }
    found.add(quantity);
    return quantity.end();
  }

  /**
   * “28条”, “30件民生实事”: counted things in a short quotation are a name; times and lengths are not
   * (“15分钟服务圈”).
   */
  private boolean quotedName(Quantity quantity) {
    String dimension = quantity.unit().dimension();
    boolean measured =
        dimension.equals("duration") || dimension.equals("length") || dimension.equals("money");
    return !measured && quoted(quantity.end(), 10);
  }

  private boolean quoted(int end, int longest) {
    if (quote < 0) {
      return false;
    }
    int last = Math.min(to, quote + longest + 2);
    for (int i = end; i < last; i++) {
      if (text.charAt(i) == '”') {
        return true;
      }
    }
    return false;
  }
}
