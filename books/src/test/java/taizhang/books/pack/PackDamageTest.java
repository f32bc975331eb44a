package taizhang.books.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Damages a good pack at random and reads it: it is read, or refused with places inside the text,
 * and nothing else ever happens. A failure prints the seed that repeats it.
 */
class PackDamageTest {

  private static final int ROUNDS = 600;
  private static final List<String> BITS =
      List.of(
          ":",
          "{",
          "}",
          "[",
          "]",
          "\n",
          "  ",
          "- ",
          "\"",
          "'",
          "#",
          "&a ",
          "*a",
          "!x ",
          "|\n",
          "?",
          "%",
          "null",
          "yes",
          "0",
          "-1",
          "1.0",
          "1e9",
          "999999999999999999999",
          "\t",
          "\u0000",
          "镇",
          "😀",
          ".",
          "{amount}",
          "#target",
          "on",
          "<<: ",
          "~",
          ",",
          "paid",
          "aid.paid");

  @Test
  void anyDamageIsEitherReadOrRefusedWithItsPlace() {
    int refused = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      refused += isRefused(damaged(seed), seed) ? 1 : 0;
    }
    assertThat(refused).as("damage that mattered").isGreaterThan(ROUNDS / 2);
  }

  private static boolean isRefused(String text, int seed) {
    try {
      Packs.read(List.of(new PackSource("damaged.yaml", text)));
      return false;
    } catch (BrokenPacks broken) {
      assertThat(broken.problems())
          .isNotEmpty()
          .allSatisfy(problem -> {
            assertThat(problem.line()).isBetween(1, (int) text.lines().count() + 2);
            assertThat(problem.column()).isPositive();
            assertThat(problem.message()).isNotBlank();
          });
      return true;
    } catch (RuntimeException | StackOverflowError e) {
      return fail("seed " + seed + " gave " + e + "\n" + text, e);
    }
  }

  private static String damaged(int seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(Yaml.GOOD);
    for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(5)) {
        case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
        case 1 -> text.insert(at, BITS.get(random.nextInt(BITS.size())));
        case 2 -> swapLines(text, random);
        case 3 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 60)));
        default -> replaceWord(text, at, random);
      }
    }
    return text.toString();
  }

  private static void swapLines(StringBuilder text, Random random) {
    List<String> lines = new java.util.ArrayList<>(text.toString().lines().toList());
    if (lines.isEmpty()) {
      return;
    }
    java.util.Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
    text.setLength(0);
    text.append(String.join("\n", lines)).append('\n');
  }

  private static void replaceWord(StringBuilder text, int at, Random random) {
    int from = at;
    while (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1))) {
      from--;
    }
    int to = at;
    while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    text.replace(from, to, BITS.get(random.nextInt(BITS.size())));
  }
}
