package taizhang.server.browse;

/**
 * The records of a large ledger in the order of one field, kept beside the books.
 *
 * @param id its number in the town
 * @param through the newest entry of the books that it knows
 */
record Arrangement(int id, long through) {}
