package taizhang.server.exchange;

/** Hears how many rows of a table are entered. */
@FunctionalInterface
public interface ImportProgress {

  void at(long done, long total);
}
