package taizhang.server.schedule;

import java.nio.file.Path;
import taizhang.server.TestBooks;
import taizhang.server.database.Database;
import taizhang.server.database.DatabaseSettings;
import taizhang.server.matter.Deadlines;
import taizhang.server.matter.Deliveries;
import taizhang.server.matter.Escalation;

/**
 * A second program on the same database: climbs ladders without end until it is killed, by the
 * rounds of the scheduler or, to press harder, without asking the scheduler at all.
 */
final class Climber {

  private Climber() {}

  public static void main(String[] args) throws InterruptedException {
    Database database = Database.open(DatabaseSettings.of(Path.of(args[0]), System.getenv()));
    TestBooks books = TestBooks.over(database);
    books.at(args[2]);
    Escalation escalation = books.get(Escalation.class);
    if (args[1].equals("rounds")) {
      new Rounds(database, books.get(Deadlines.class), escalation, books.get(Deliveries.class), 1)
          .start();
    }
    System.out.println("climbing");
    System.out.flush();
    while (true) {
      if (args[1].equals("rounds")) {
        Thread.sleep(1000);
      } else {
        escalation.climbAll();
      }
    }
  }
}
