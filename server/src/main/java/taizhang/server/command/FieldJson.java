package taizhang.server.command;

import java.util.Locale;
import taizhang.books.pack.Field;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A declared field as JSON. */
final class FieldJson {

  private FieldJson() {}

  static ObjectNode of(Field field) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("field", field.name()).put("title", field.title());
    json.put("type", field.type().code()).put("required", field.required());
    json.put("unit", field.unit());
    json.put("classification", field.classification().name().toLowerCase(Locale.ROOT));
    return json;
  }
}
