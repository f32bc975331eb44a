package taizhang.server.demo;

/**
 * A made record before it has its number in the books.
 *
 * @param group the group it was made in
 * @param n its place there, from 0
 */
record Handle(String group, int n) {}
