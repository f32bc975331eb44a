package taizhang.books.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads formulas as packs write them. */
final class FormulaText {

  private static final Pattern CALL = Pattern.compile("\\s*([a-z_]+)\\s*\\(([^()]*)\\)\\s*");
  private static final Pattern CODE =
      Pattern.compile("(?:[a-z][a-z0-9_]*\\.)?[a-z][a-z0-9_]*(?:#target)?");
  private static final String ALLOWED =
      "ratio(a, b), share(a, b), diff(a, b), sum(a, b, …), completion(x), excess(x), pace(x), yoy(x), areas_with(x),"
          + " min_over_areas(x), max_over_areas(x), mean_per_day(x)";

  private FormulaText() {}

  static Formula parse(String text, String pack) {
    Matcher call = CALL.matcher(text);
    if (!call.matches()) {
      throw unknown(text);
    }
    List<String> args = arguments(call.group(2), pack, text);
    return switch (call.group(1) + "/" + args.size()) {
      case "ratio/2" -> new Formula.Ratio(args.get(0), args.get(1));
      case "share/2" -> new Formula.Share(args.get(0), args.get(1));
      case "diff/2" -> new Formula.Diff(args.get(0), args.get(1));
      case "completion/1" -> new Formula.Completion(args.getFirst());
      case "excess/1" -> new Formula.Excess(args.getFirst());
      case "pace/1" -> new Formula.Pace(args.getFirst());
      case "yoy/1" -> new Formula.Yoy(args.getFirst());
      case "areas_with/1" -> new Formula.AreasWith(args.getFirst());
      case "min_over_areas/1" -> new Formula.MinOverAreas(args.getFirst());
      case "max_over_areas/1" -> new Formula.MaxOverAreas(args.getFirst());
      case "mean_per_day/1" -> new Formula.MeanPerDay(args.getFirst());
      default -> sum(call.group(1), args, text);
    };
  }

  private static Formula sum(String function, List<String> args, String text) {
    if (function.equals("sum") && args.size() >= 2) {
      return new Formula.Sum(args);
    }
    throw unknown(text);
  }

  private static List<String> arguments(String list, String pack, String text) {
    List<String> args = new ArrayList<>();
    for (String part : list.split(",", -1)) {
      String name = part.strip();
      if (!CODE.matcher(name).matches()) {
        throw unknown(text);
      }
      args.add(name.indexOf('.') < 0 ? pack + "." + name : name);
    }
    return args;
  }

  private static IllegalArgumentException unknown(String text) {
    return new IllegalArgumentException("not a formula: '" + text + "'; there are " + ALLOWED);
  }
}
