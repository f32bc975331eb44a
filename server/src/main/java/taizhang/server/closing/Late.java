package taizhang.server.closing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An amount that stands in another period than the one it belongs to, which was locked (补报).
 *
 * @param indicator full code
 * @param area code of the area
 * @param on the day it stands in
 * @param belongs the day it belongs to
 * @param amount in the indicator's base unit
 * @param record the record it comes from
 * @param by who entered it
 * @param at when
 */
public record Late(
    String indicator,
    String area,
    LocalDate on,
    LocalDate belongs,
    BigDecimal amount,
    long record,
    String by,
    Instant at) {}
