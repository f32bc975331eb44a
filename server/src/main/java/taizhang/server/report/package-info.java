/**
 * The annual work report: an outline of prose with citations, the composition of both with figures
 * from the books, its versions, and the paper as .docx.
 *
 * <p>An outline is YAML; {@link taizhang.server.report.OutlineReader} says which keys there are and
 * {@link taizhang.server.report.CitationSyntax} how a citation is written.
 */
@NullMarked
package taizhang.server.report;

import org.jspecify.annotations.NullMarked;
