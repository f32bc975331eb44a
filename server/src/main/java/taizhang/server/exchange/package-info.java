/**
 * Tables in and out: files of rows read against a ledger's fields, and written from its records.
 */
@NullMarked
package taizhang.server.exchange;

import org.jspecify.annotations.NullMarked;
