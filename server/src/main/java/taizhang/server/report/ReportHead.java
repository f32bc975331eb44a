package taizhang.server.report;

/**
 * A report there is.
 *
 * @param record its record in the ledger of documents
 * @param year the year reported on
 * @param title the title of the paper
 */
public record ReportHead(long record, int year, String title) {}
