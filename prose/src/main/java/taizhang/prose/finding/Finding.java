package taizhang.prose.finding;

/**
 * A defect of a report, or what may be one.
 *
 * @param id {@code f1}, {@code f2} …
 * @param rule the rule's id in {@code rules.tsv}
 * @param line the line of the file, from 1
 * @param start UTF-16 offset in the line
 * @param end offset after its last character
 * @param text exactly that slice
 * @param message what is wrong
 * @param evidence why, with the equation shown
 * @param suggestion how to mend it, or empty
 * @param context the words of the clause around the place, empty for a rule told once for a report
 * @param fingerprint the same on a re-run and after edits elsewhere, so that a decision on it
 *     survives
 */
public record Finding(
    String id,
    String rule,
    Severity severity,
    int line,
    int start,
    int end,
    String text,
    String message,
    String evidence,
    String suggestion,
    String context,
    String fingerprint) {}
