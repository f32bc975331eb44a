/**
 * What one version of a pack changes against the one before, and which records no longer fit what
 * is declared now.
 */
@NullMarked
package taizhang.books.succession;

import org.jspecify.annotations.NullMarked;
