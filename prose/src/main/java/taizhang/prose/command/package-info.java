/** The command line of the reader, which starts no framework. */
@NullMarked
package taizhang.prose.command;

import org.jspecify.annotations.NullMarked;
