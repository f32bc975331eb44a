/**
 * Numbers on pages: the number box, the overview, the list of indicators and a figure's own page.
 */
@NullMarked
package taizhang.server.web.figure;

import org.jspecify.annotations.NullMarked;
