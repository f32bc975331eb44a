package taizhang.server.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The records of a group with the fields they open with or end with.
 *
 * @param group what they were made by
 * @param rows one for each
 * @param columns contents by field, one for each row
 */
record Made(Group group, List<Row> rows, Map<String, List<Content>> columns) {

  Made(Group group, List<Row> rows) {
    this(group, rows, new LinkedHashMap<>());
  }

  List<Content> column(String field) {
    List<Content> column = columns.get(field);
    if (column == null) {
      throw new IllegalArgumentException(
          "group " + group.name() + " has no field '" + field + "' filled before it is used");
    }
    return column;
  }

  LocalDate date(String field, int n) {
    return LocalDate.parse(column(field).get(n).text());
  }
}
