package taizhang.server.report;

/**
 * The text of a year's report as it stands.
 *
 * @param record its record in the ledger of documents
 * @param version the record's newest entry
 */
public record Draft(long record, long version, Outline outline) {}
