/** Quantity claims: what a report says is so much, of what, when, and how firmly. */
@NullMarked
package taizhang.prose.claim;

import org.jspecify.annotations.NullMarked;
