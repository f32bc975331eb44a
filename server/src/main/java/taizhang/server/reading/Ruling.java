package taizhang.server.reading;

import java.time.Instant;
import taizhang.prose.review.Decision;

/**
 * A decision on a finding that holds.
 *
 * @param by login of who decided
 */
public record Ruling(Decision decision, String by, Instant at) {}
