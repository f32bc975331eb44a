package taizhang.server.browse;

/**
 * The records of a selection that are alike in something.
 *
 * @param key what they have in common: a code, a state, an area, a day; empty where it is absent
 * @param totals what they come to
 */
public record Group(String key, Totals totals) {}
