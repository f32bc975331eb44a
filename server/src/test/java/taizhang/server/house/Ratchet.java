package taizhang.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the house holds to today: {@code house/ratchet.properties}. Its numbers may only get better,
 * its lists of breaches only shorter.
 */
final class Ratchet {

  private static final Properties TODAY = load();

  private Ratchet() {}

  static long number(String name) {
    return Long.parseLong(Objects.requireNonNull(TODAY.getProperty(name), name).strip());
  }

  /** The number, or what it is today where it is not yet that good. */
  static long numberToday(String name) {
    return breaches(name).stream().mapToLong(Long::parseLong).findFirst().orElse(number(name));
  }

  /** Breaches of a rule that were there before the rule; each goes when it is mended. */
  static Set<String> breaches(String rule) {
    Set<String> breaches = new TreeSet<>();
    Arrays.stream(TODAY.getProperty("breach." + rule, "").split(","))
        .map(String::strip)
        .filter(breach -> !breach.isEmpty())
        .forEach(breaches::add);
    return breaches;
  }

  /** Holds what breaks a rule against what is known to. */
  static void onlyKnown(String rule, List<String> found) {
    Set<String> known = breaches(rule);
    assertThat(new TreeSet<>(found))
        .as("%s: mend what is new; take off the list in ratchet.properties what is mended", rule)
        .isEqualTo(known);
  }

  private static Properties load() {
    Properties properties = new Properties();
    try (InputStream in = Ratchet.class.getResourceAsStream("/house/ratchet.properties")) {
      properties.load(Objects.requireNonNull(in, "house/ratchet.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
