package taizhang.books.pack;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Holds a pack against the schema of packs, {@code pack.schema.json}, and says in our words what
 * does not fit.
 */
final class PackShape {

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(schemaText(), InputFormat.JSON);

  private PackShape() {}

  /** The schema as published. */
  static String schemaText() {
    try (InputStream in = PackShape.class.getResourceAsStream("pack.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("pack.schema.json is missing from the books");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void check(Tree.Mapping pack, Problems problems) {
    for (Error error : SCHEMA.validate(pack.json())) {
      Tree part = part(pack, error.getInstanceLocation());
      String property = error.getProperty();
      if (property != null && part instanceof Tree.Mapping mapping) {
        problems.add(placeOf(error, mapping, property), aboutKey(error, property));
      } else {
        problems.add(part.place(), aboutValue(error, part));
      }
    }
  }

  /** The part of a pack that the schema speaks of. */
  private static Tree part(Tree pack, NodePath path) {
    Tree part = pack;
    for (int i = 0; i < path.getNameCount(); i++) {
      String step = String.valueOf(path.getElement(i));
      Tree next =
          switch (part) {
            case Tree.Mapping mapping -> mapping.items().get(step);
            case Tree.Sequence list -> list.parts().get(Integer.parseInt(step));
            case Tree.Scalar _ -> null;
          };
      if (next == null) {
        return part;
      }
      part = next;
    }
    return part;
  }

  private static Place placeOf(Error error, Tree.Mapping mapping, String property) {
    return error.getKeyword().equals("required") ? mapping.place() : mapping.at(property);
  }

  private static String aboutKey(Error error, String property) {
    return switch (error.getKeyword()) {
      case "required" -> "'" + property + "' is missing";
      case "additionalProperties" ->
          "'" + property + "' is no key here" + Suggestion.among(keys(error), property);
      case "propertyNames" ->
          "'" + property + "' is no name: lower-case letters, digits and _, a letter first";
      default -> error.getMessage();
    };
  }

  private static List<String> keys(Error error) {
    return List.copyOf(around(error).path("properties").propertyNames());
  }

  private static String aboutValue(Error error, Tree part) {
    JsonNode wanted = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "type" -> wrongType(part, wanted);
      case "enum" -> notAmong(wanted, part);
      case "pattern" -> said(part) + " does not fit here: " + description(error);
      case "minLength", "minProperties", "minItems" -> "must not be empty";
      case "maxProperties" -> "holds more than " + wanted + " things: part the pack in two";
      case "uniqueItems" -> "says something twice";
      case "minimum" -> said(part) + " is too small, the least is " + wanted;
      case "maximum" -> said(part) + " is too great, the most is " + wanted;
      case "exclusiveMinimum" -> said(part) + " must be greater than " + wanted;
      default -> error.getMessage();
    };
  }

  private static String wrongType(Tree part, JsonNode wanted) {
    String message = "is " + kind(part.json()) + " but must be " + kinds(wanted);
    return switch (part) {
      case Tree.Scalar scalar when kinds(wanted).contains("text") && scalar.plain() ->
          message + ": put it in quotes";
      case Tree.Scalar scalar when kinds(wanted).contains("number") && !scalar.plain() ->
          message + ", without quotes";
      default -> message;
    };
  }

  private static String said(Tree part) {
    return part instanceof Tree.Scalar scalar ? "'" + scalar.text() + "'" : "this";
  }

  private static String notAmong(JsonNode wanted, Tree part) {
    List<String> allowed = wanted.valueStream().map(JsonNode::asString).toList();
    String word = part instanceof Tree.Scalar scalar ? scalar.text() : kind(part.json());
    return "'" + word + "' is not allowed here" + Suggestion.among(allowed, word);
  }

  private static String kinds(JsonNode wanted) {
    return wanted.isArray()
        ? String.join(" or ", wanted.valueStream().map(type -> word(type.asString())).toList())
        : word(wanted.asString());
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT, POJO -> word("object");
      case ARRAY -> word("array");
      case STRING, BINARY -> word("string");
      case NUMBER -> word("number");
      case BOOLEAN -> word("boolean");
      case NULL, MISSING -> "empty";
    };
  }

  private static String word(String type) {
    return switch (type) {
      case "object" -> "a mapping of keys";
      case "array" -> "a list";
      case "string" -> "a text";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      default -> type;
    };
  }

  private static String description(Error error) {
    return around(error).path("description").asString("");
  }

  /** The part of the schema whose keyword complained. */
  private static JsonNode around(Error error) {
    JsonNode node = SCHEMA.getSchemaNode();
    NodePath path = error.getSchemaLocation().getFragment();
    for (int i = 0; i < path.getNameCount() - 1; i++) {
      Object step = path.getElement(i);
      node = step instanceof Integer index ? node.path(index) : node.path(String.valueOf(step));
    }
    return node;
  }
}
