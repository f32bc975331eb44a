package taizhang.books.posting;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one entry adds to one cell (记入指标).
 *
 * @param cell where it counts
 * @param stage reviewed or waiting
 * @param on the day it stands in: the day it belongs to, or the first open day where that was
 *     closed
 * @param amount exact; may be negative
 * @param mark for stated values 1 where the value appears, -1 where it is withdrawn, else 0
 */
public record Posting(Cell cell, Stage stage, LocalDate on, BigDecimal amount, int mark) {}
