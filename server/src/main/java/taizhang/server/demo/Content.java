package taizhang.server.demo;

import java.time.LocalDate;
import taizhang.books.entry.Value;

/** What a field of a made record holds. */
sealed interface Content {

  /** A value as it will stand in the books. */
  record Held(Value value) implements Content {}

  /** Another made record, whose number is known once it is in the books. */
  record Pointer(Handle to) implements Content {}

  /** Nothing was filled in. */
  record Blank() implements Content {}

  static Content of(Value value) {
    return new Held(value);
  }

  static Content of(String text) {
    return new Held(Value.of(text));
  }

  static Content of(LocalDate day) {
    return new Held(Value.of(day));
  }

  /** The value's text, empty for a pointer. */
  default String text() {
    return this instanceof Held(Value value) ? value.asText() : "";
  }
}
