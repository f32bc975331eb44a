package taizhang.server.exchange;

import java.io.IOException;
import java.util.List;

/** Writes a table row by row. */
interface TableWriter extends AutoCloseable {

  void row(List<Cell> cells) throws IOException;

  @Override
  void close() throws IOException;
}
