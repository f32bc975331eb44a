package taizhang.books.entry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A record as it stands from a day on, until the next version's day.
 *
 * @param seq the entry that made it
 * @param on first day it holds
 * @param image its fields
 * @param area the area the record belongs to
 * @param state lifecycle state, empty where the ledger has none
 * @param entered true where this version entered its state from another
 */
public record Version(
    long seq, LocalDate on, Image image, @Nullable String area, String state, boolean entered) {}
