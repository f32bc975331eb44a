package taizhang.server.browse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One condition on the records of a ledger. Fields are named as the ledger declares them. */
public sealed interface Filter {

  /** A text field holds this text somewhere, whatever the case of Latin letters. */
  record Contains(String field, String text) implements Filter {}

  /** A field holds one of these: codes, {@code true} or {@code false}, the number of a record. */
  record OneOf(String field, List<String> values) implements Filter {
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /** A number lies between two, each included; null for no bound. */
  record Numbers(String field, @Nullable BigDecimal least, @Nullable BigDecimal most)
      implements Filter {}

  /** A date lies between two days, each included; null for no bound. */
  record Days(String field, @Nullable LocalDate from, @Nullable LocalDate to) implements Filter {}

  /** A field holds nothing. */
  record Absent(String field) implements Filter {}

  /** The record stands in an area or below it. */
  record Within(String area) implements Filter {}

  /** The record is in one of these states of its lifecycle. */
  record InState(List<String> states) implements Filter {
    public InState {
      states = List.copyOf(states);
    }
  }

  /** A time limit of the record stands like one of these. */
  record Due(List<Light> lights) implements Filter {
    public Due {
      lights = List.copyOf(lights);
    }
  }

  /** How a time limit stands. */
  enum Light {
    /** It has run out and nobody has ended it. */
    LATE,
    /** It has not, but by its ladder its light is on. */
    NEAR,
    /** It has not run out yet. */
    RUNNING
  }

  /** Something of the record waits for review. */
  record Pending() implements Filter {}
}
