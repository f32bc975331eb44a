/** The command line: what people and other programs ask for, and how they are answered. */
@NullMarked
package taizhang.server.command;

import org.jspecify.annotations.NullMarked;
