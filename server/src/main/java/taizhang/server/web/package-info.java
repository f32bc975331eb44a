/** The pages: rendered on the server with JTE, made quick with htmx, whole without any script. */
@NullMarked
package taizhang.server.web;

import org.jspecify.annotations.NullMarked;
