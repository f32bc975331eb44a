package taizhang.server.access;

import java.time.Instant;

/**
 * Something a person did beyond entering.
 *
 * @param act what: {@code sign-in}, {@code reveal}, {@code export}, {@code refused} …
 * @param subject what it was done to
 * @param detail why, or how much
 */
public record Trace(
    long n, Instant at, String login, String act, String subject, String detail, String address) {}
