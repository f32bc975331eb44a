/** What people decide about what was found, and how that survives another reading of the text. */
@NullMarked
package taizhang.prose.review;

import org.jspecify.annotations.NullMarked;
