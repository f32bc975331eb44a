package taizhang.server.access;

import java.time.Instant;

/**
 * A browser somebody is signed in with.
 *
 * @param id names it to its owner; says nothing about its secret
 * @param address where it came from
 * @param agent what the browser calls itself
 */
public record Session(
    String id, Account account, Instant started, Instant seen, String address, String agent) {}
