package taizhang.books.figure;

import taizhang.books.posting.Posting;

/**
 * A posting in its place in the books.
 *
 * @param seq the entry that made it
 * @param record the record it speaks of
 * @param posting what it adds
 */
public record Posted(long seq, long record, Posting posting) {}
