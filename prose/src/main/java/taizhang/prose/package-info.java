/**
 * The reader of official prose: what a Chinese government work report claims, what it promises, and
 * what is wrong with it, each with its exact place. Depends on nothing else of the project; {@link
 * taizhang.prose.ReportReader} is the way in.
 */
@NullMarked
package taizhang.prose;

import org.jspecify.annotations.NullMarked;
