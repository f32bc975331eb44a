/**
 * The demonstration: three towns whose published figures come from synthetic records, made by
 * recipes and appended like any other entry.
 */
@NullMarked
package taizhang.server.demo;

import org.jspecify.annotations.NullMarked;
