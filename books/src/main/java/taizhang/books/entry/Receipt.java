package taizhang.books.entry;

/**
 * The answer to a submission that is in the books.
 *
 * @param seq the entry's place on the town's chain
 * @param record the record it is about
 * @param again true where an earlier submission under the same key had been appended already
 */
public record Receipt(long seq, long record, boolean again) {}
