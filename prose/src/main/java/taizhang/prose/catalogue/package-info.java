/** The indicators a claim may speak of, given from outside, and the match by name or alias. */
@NullMarked
package taizhang.prose.catalogue;

import org.jspecify.annotations.NullMarked;
