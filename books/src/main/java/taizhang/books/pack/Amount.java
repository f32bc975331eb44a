package taizhang.books.pack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import taizhang.books.entry.Image;

/**
 * How much a posting rule contributes: a product of fields and constants, exact. An absent field
 * makes it zero.
 *
 * @param constant product of the constant factors
 * @param fields names of the field factors
 */
public record Amount(BigDecimal constant, List<String> fields) {

  public static final Amount ONE = new Amount(BigDecimal.ONE, List.of());

  public Amount {
    fields = List.copyOf(fields);
  }

  /**
   * Reads {@code 1}, {@code amount} or {@code area * price}.
   *
   * @throws IllegalArgumentException where a factor is neither a number nor a name
   */
  public static Amount parse(String text) {
    BigDecimal constant = BigDecimal.ONE;
    List<String> fields = new ArrayList<>();
    for (String factor : text.split("\\*", -1)) {
      String part = factor.strip();
      if (part.matches("-?\\d+(\\.\\d+)?")) {
        constant = constant.multiply(new BigDecimal(part));
      } else if (part.matches("[a-z][a-z0-9_]*")) {
        fields.add(part);
      } else {
        throw new IllegalArgumentException(
            "an amount is a field, a number or a product of such, not '" + text + "'");
      }
    }
    return new Amount(constant, fields);
  }

  /** The amount for one image. */
  public BigDecimal of(Image image) {
    BigDecimal product = constant;
    for (String field : fields) {
      BigDecimal value = image.decimal(field);
      if (value == null) {
        return BigDecimal.ZERO;
      }
      product = product.multiply(value);
    }
    return product;
  }
}
