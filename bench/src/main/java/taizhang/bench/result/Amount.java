package taizhang.bench.result;

import java.util.Locale;

/** Numbers as they are read: three digits that mean something. */
final class Amount {

  private Amount() {}

  static String text(double value, String unit) {
    double size = Math.abs(value);
    String form = size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, form, value) + (unit.isEmpty() ? "" : " " + unit);
  }
}
