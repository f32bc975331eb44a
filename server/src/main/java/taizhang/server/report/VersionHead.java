package taizhang.server.report;

import java.time.LocalDate;

/**
 * A circulated version, without its text.
 *
 * @param record its record
 * @param number 1 for the first of its year
 * @param state code of its state in the ledger's lifecycle
 * @param seq newest entry it read
 * @param day last day it read
 */
public record VersionHead(long record, int number, String state, long seq, LocalDate day) {}
