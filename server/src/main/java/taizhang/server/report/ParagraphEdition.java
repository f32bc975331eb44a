package taizhang.server.report;

import java.time.Instant;

/**
 * A paragraph as somebody left it.
 *
 * @param seq the entry
 * @param by login of whoever wrote it
 * @param at when
 * @param lead its run-in heading
 * @param text with its citations; empty where the entry took the paragraph out
 * @param reason what the entry was for
 */
public record ParagraphEdition(
    long seq, String by, Instant at, String lead, String text, String reason) {}
