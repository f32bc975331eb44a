/**
 * New versions of packs over the records that stand: what they would change, adopting them, what no
 * longer fits, and filling in what follows by them.
 */
@NullMarked
package taizhang.server.upgrade;

import org.jspecify.annotations.NullMarked;
