/** Every family of a township's books, entered by its own clerk. */
@org.jspecify.annotations.NullMarked
package taizhang.server.web.family;
