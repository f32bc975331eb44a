package taizhang.books.calendar;

import java.time.LocalDate;

/**
 * A day of which the yearly notice on holidays says something: a day of rest, or a weekend day that
 * is worked in exchange (调休).
 *
 * @param year the year whose notice rules it; days at the end of December can belong to the next
 * @param day the day
 * @param working true where it is worked
 * @param name the holiday it is about, such as 国庆节
 */
public record SpecialDay(int year, LocalDate day, boolean working, String name) {}
