/** The annual report: the paper, its paragraphs and versions, and who works on them. */
@NullMarked
package taizhang.server.web.report;

import org.jspecify.annotations.NullMarked;
