/** What waits for review, and what was sent back. */
@NullMarked
package taizhang.server.review;

import org.jspecify.annotations.NullMarked;
