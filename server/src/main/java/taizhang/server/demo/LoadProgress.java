package taizhang.server.demo;

/** Hears how far the loading of a town has come. */
@FunctionalInterface
public interface LoadProgress {

  /** Nobody listens. */
  LoadProgress SILENT = (town, done, total, rate) -> {};

  /**
   * Some entries more are in the books.
   *
   * @param town name of the town
   * @param done entries of the town that are in the books
   * @param total entries the town will have
   * @param rate entries per second since the town was begun
   */
  void at(String town, int done, int total, double rate);
}
