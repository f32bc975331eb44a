package taizhang.server.matter;

import java.util.Map;
import java.util.TreeMap;
import taizhang.books.access.Clearance;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.TestBooks;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.town.Towns;

/** A town of supervised tasks, with people who are called by their logins. */
record TaskTown(TestBooks books, String code) {

  /** Opens the town a Sunday that is worked, before the holidays of 2025. */
  static TaskTown open(TestBooks books, String code) {
    books.at("2025-09-28T02:00:00Z");
    books.town(code, TaskPack.YAML);
    return new TaskTown(books, code);
  }

  void staff(String login, String role, String department) {
    Map<String, Value> fields =
        new TreeMap<>(
            Map.of(
                "login", Value.of(login),
                "name", Value.of(login),
                "role", Value.of(role),
                "area", Value.of("T"),
                "from", Value.of("2020-01-01")));
    if (!department.isEmpty()) {
      fields.put("department", Value.of(department));
    }
    books.entries().append(code, "admin", Submission.open(SystemLedger.STAFF, "T", null, fields));
  }

  /** Zhao gives a task to a department. */
  long task(String title, String unit) {
    Map<String, Value> fields = Map.of("title", Value.of(title), "unit", Value.of(unit));
    return books
        .entries()
        .append(code, "zhao", Submission.open("aid.task", "T", null, fields))
        .record();
  }

  Clearance as(String login) {
    return books.get(Rules.class).clearance(books.get(Towns.class).find(code), login);
  }
}
