package taizhang.prose.finding;

/**
 * A mechanical correction that was made.
 *
 * @param line the line of the file, from 1
 * @param start UTF-16 offset in the line as given
 * @param before what stood there
 * @param after what stands there now
 */
public record Correction(int line, int start, String before, String after) {}
