/** What moved in a person's ledgers, for the first page of a day. */
@NullMarked
package taizhang.server.desk;

import org.jspecify.annotations.NullMarked;
