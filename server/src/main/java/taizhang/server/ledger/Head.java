package taizhang.server.ledger;

import java.time.Instant;

/**
 * The newest entry of a town.
 *
 * @param seq its place, 0 before the first
 * @param hash its hash, 32 bytes
 * @param at when it was appended
 * @param booksSeq the newest entry of a system ledger that rules the books
 */
record Head(long seq, byte[] hash, Instant at, long booksSeq) {}
