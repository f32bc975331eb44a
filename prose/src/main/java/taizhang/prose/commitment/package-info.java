/** What the plan part of a report promises to do. */
@NullMarked
package taizhang.prose.commitment;

import org.jspecify.annotations.NullMarked;
