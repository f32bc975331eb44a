package taizhang.server.crash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.ChannelPack;
import taizhang.server.TestBooks;
import taizhang.server.database.Database;
import taizhang.server.database.DatabaseSettings;

/** A program that appends without end and says what was acknowledged, until it is killed. */
final class CrashWriter {

  private CrashWriter() {}

  public static void main(String[] args) {
    try (Database database = Database.open(DatabaseSettings.embedded(Path.of(args[0])));
        TestBooks books = TestBooks.over(database)) {
      if (books.towns().isEmpty()) {
        books.town("alpha", ChannelPack.COUNTED);
      }
      for (int n = Integer.parseInt(args[1]); ; n += 10) {
        long seq = books.entries().appendAll("alpha", "writer", batch(n)).getLast().seq();
        System.out.println("acknowledged " + seq);
        System.out.flush();
      }
    }
  }

  private static List<Submission> batch(int from) {
    List<Submission> batch = new ArrayList<>();
    for (int n = from; n < from + 10; n++) {
      Map<String, Value> fields = Map.of("km", Value.of("0.1"), "done_on", Value.of("2023-05-01"));
      batch.add(Submission.open("works.channel", "V", null, fields).keyed("n" + n));
    }
    return batch;
  }
}
