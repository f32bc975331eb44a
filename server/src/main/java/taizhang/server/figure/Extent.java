package taizhang.server.figure;

/**
 * How much stands behind a figure.
 *
 * @param postings number of postings
 * @param entries number of different entries that made them
 * @param late postings that belong to a closed period and stand in a later one (补报)
 */
public record Extent(long postings, long entries, long late) {}
