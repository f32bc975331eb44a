package taizhang.server.reading;

import java.time.Instant;

/**
 * A record that a sentence of a text became.
 *
 * @param kind {@code stated} for a claim entered as a reported value, {@code task} for a commitment
 * @param fingerprint of the claim or commitment
 * @param record the record
 * @param words the sentence, as it was
 */
public record Made(
    int document, String kind, String fingerprint, long record, String words, Instant at) {

  /** A claim entered as a reported value. */
  public static final String STATED = "stated";

  /** A commitment made a task. */
  public static final String TASK = "task";
}
