package taizhang.server.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One record to be made.
 *
 * @param n its place in the group, from 0
 * @param area where it lives
 * @param about the record it is about, null where none
 * @param month its month, null where none
 * @param day its day, null where none
 * @param value its value in the group's dimension, empty where none
 */
record Row(
    int n,
    DemoArea area,
    @Nullable Handle about,
    @Nullable YearMonth month,
    @Nullable LocalDate day,
    String value) {}
