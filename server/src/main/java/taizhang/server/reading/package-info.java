/**
 * Texts given to the reader of official prose: kept by version, with what people decided on its
 * findings, how its claims stand to the books, and what its sentences became there.
 */
@NullMarked
package taizhang.server.reading;

import org.jspecify.annotations.NullMarked;
