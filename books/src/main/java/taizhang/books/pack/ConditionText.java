package taizhang.books.pack;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says a condition in the words of the screen: 类别 = 外墙保温维修 且 面积 ＞ 0. */
final class ConditionText {

  private static final Pattern TOKEN =
      Pattern.compile(
          "'[^']*'|\"[^\"]*\"|[A-Za-z_][A-Za-z0-9_]*|&&|\\|\\||[!=<>]=|[<>!]|\\d+\\.0\\b");

  private final Ledger ledger;
  private @Nullable String asked;

  private ConditionText(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The condition of one of a ledger's rules, empty where it always holds. */
  static String of(Condition condition, Ledger ledger) {
    ConditionText words = new ConditionText(ledger);
    Matcher tokens = TOKEN.matcher(condition.text());
    return tokens.replaceAll(token -> Matcher.quoteReplacement(words.word(token))).strip();
  }

  private String word(MatchResult token) {
    String text = token.group();
    return switch (text) {
      case "&&" -> "且";
      case "||" -> "或";
      case "==" -> "=";
      case "!=" -> "≠";
      case "<=" -> "≤";
      case ">=" -> "≥";
      case "<" -> "＜";
      case ">" -> "＞";
      case "!" -> "非";
      case "today" -> "今天";
      case "true" -> "是";
      case "false" -> "否";
      case "''", "\"\"" -> "空";
      default -> named(text);
    };
  }

  private String named(String text) {
    if (text.charAt(0) == '\'' || text.charAt(0) == '"') {
      return quoted(text.substring(1, text.length() - 1));
    }
    if (Character.isDigit(text.charAt(0))) {
      return text.substring(0, text.indexOf('.'));
    }
    asked = text;
    if (text.equals("state")) {
      return "状态";
    }
    Field field = ledger.fields().get(text);
    return field == null ? text : field.title();
  }

  private String quoted(String text) {
    Lifecycle lifecycle = ledger.lifecycle();
    if ("state".equals(asked) && lifecycle != null && lifecycle.states().containsKey(text)) {
      return lifecycle.states().get(text).title();
    }
    Field field = asked == null ? null : ledger.fields().get(asked);
    return field == null ? text : field.codes().getOrDefault(text, text);
  }
}
