/** The rules of the house as tests: sizes, names, words and arrows. */
@NullMarked
package taizhang.server.house;

import org.jspecify.annotations.NullMarked;
