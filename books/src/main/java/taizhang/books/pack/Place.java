package taizhang.books.pack;

/**
 * Where something stands in a pack.
 *
 * @param file the file as named
 * @param line from 1
 * @param column from 1
 * @param path keys that lead there
 */
record Place(String file, int line, int column, String path) {

  /** The same path, some columns further to the right. */
  Place right(int columns) {
    return new Place(file, line, column + columns, path);
  }

  /** True where another place lies at or beneath this one. */
  boolean holds(PackProblem problem) {
    return problem.file().equals(file)
        && problem.path().startsWith(path)
        && (problem.path().length() == path.length()
            || path.isEmpty()
            || ".[".indexOf(problem.path().charAt(path.length())) >= 0);
  }
}
