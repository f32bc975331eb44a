/**
 * The books over HTTP for machines: {@code /api/v1}. The same services and the same predicate as
 * the pages; what is wrong is told as problem details (RFC 9457) that name the field and the
 * remedy.
 */
@NullMarked
package taizhang.server.api;

import org.jspecify.annotations.NullMarked;
