/** Files laid beside records: taken in, kept sealed, handed out. */
@NullMarked
package taizhang.server.attachment;

import org.jspecify.annotations.NullMarked;
