package taizhang.prose.command;

import org.jspecify.annotations.Nullable;

/**
 * Writes JSON by hand: a reading holds strings and numbers only, and a library would cost a cold
 * start more than the report.
 */
final class JsonWriter {

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder out = new StringBuilder(1 << 16);
  private boolean fresh = true;

  JsonWriter open(char bracket) {
    separate();
    out.append(bracket);
    fresh = true;
    return this;
  }

  JsonWriter close(char bracket) {
    out.append(bracket);
    fresh = false;
    return this;
  }

  JsonWriter name(String name) {
    separate();
    quote(name);
    out.append(": ");
    fresh = true;
    return this;
  }

  JsonWriter field(String name, @Nullable String value) {
    name(name);
    fresh = false;
    if (value == null) {
      out.append("null");
    } else {
      quote(value);
    }
    return this;
  }

  JsonWriter field(String name, long value) {
    name(name);
    fresh = false;
    out.append(value);
    return this;
  }

  JsonWriter field(String name, double value) {
    name(name);
    fresh = false;
    out.append(value);
    return this;
  }

  JsonWriter newLine() {
    out.append(fresh ? "\n " : ",\n ");
    fresh = true;
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void separate() {
    if (!fresh) {
      out.append(", ");
    }
    fresh = false;
  }

  private void quote(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> plain(c);
      }
    }
    out.append('"');
  }

  /** Control characters and lone surrogates are escaped, so that any text makes valid UTF-8. */
  private void plain(char c) {
    if (c < 0x20 || c == 0x7f || Character.isSurrogate(c) || c >= 0xfffe) {
      out.append("\\u")
          .append(HEX[c >> 12])
          .append(HEX[c >> 8 & 15])
          .append(HEX[c >> 4 & 15])
          .append(HEX[c & 15]);
    } else {
      out.append(c);
    }
  }
}
