/** Files of text and of .docx, read with limits. */
@NullMarked
package taizhang.prose.input;

import org.jspecify.annotations.NullMarked;
