package taizhang.server.closing;

import java.time.LocalDate;

/**
 * That a field of work is locked (数据锁定).
 *
 * @param record where it stands in the books
 * @param pack which field of work, empty for all
 * @param through last day locked
 */
public record Closure(long record, String pack, LocalDate through) {}
