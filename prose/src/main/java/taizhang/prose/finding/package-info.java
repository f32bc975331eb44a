/**
 * What is wrong, or may be wrong, in a report: the rules as data and the arithmetic behind them.
 */
@NullMarked
package taizhang.prose.finding;

import org.jspecify.annotations.NullMarked;
