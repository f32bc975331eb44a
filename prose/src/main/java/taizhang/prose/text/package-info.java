/**
 * The text as given: its lines, its sentences and clauses, the reports it holds and the parts of
 * each.
 */
@NullMarked
package taizhang.prose.text;

import org.jspecify.annotations.NullMarked;
