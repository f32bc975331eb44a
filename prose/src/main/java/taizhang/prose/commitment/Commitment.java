package taizhang.prose.commitment;

import org.jspecify.annotations.Nullable;

/**
 * A forward-looking clause of the plan part.
 *
 * @param id {@code p1}, {@code p2} …
 * @param line the line of the file, from 1
 * @param start UTF-16 offset in the line
 * @param end offset after its last character
 * @param text exactly that slice
 * @param action the verb
 * @param object what it acts on
 * @param deadline when it shall be done, or empty
 * @param target the id of the claim that says how much, or null
 */
public record Commitment(
    String id,
    int line,
    int start,
    int end,
    String text,
    String action,
    String object,
    String deadline,
    @Nullable String target) {}
