package taizhang.server.web.signin;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person calls a browser: Chrome 131 · Windows. */
public final class Device {

  /** The more telling first: every other browser also says Chrome or Safari. */
  private static final List<Pattern> BROWSERS =
      List.of(
          Pattern.compile("(MicroMessenger)/(\\d+)"),
          Pattern.compile("(Edg)\\w*/(\\d+)"),
          Pattern.compile("(Firefox)/(\\d+)"),
          Pattern.compile("(Chrome)/(\\d+)"),
          Pattern.compile("Version/(\\d+).*(Safari)"));

  private static final List<String> SYSTEMS =
      List.of("HarmonyOS", "Android", "iPhone", "iPad", "Windows", "Macintosh", "Linux");

  private Device() {}

  /** What is said of a browser that calls itself so; 未知浏览器 where it does not tell. */
  public static String of(String agent) {
    String system =
        SYSTEMS.stream().filter(agent::contains).findFirst().map(s -> " · " + s).orElse("");
    return BROWSERS.stream()
        .map(pattern -> pattern.matcher(agent))
        .filter(Matcher::find)
        .findFirst()
        .map(found -> name(found) + system)
        .orElse("未知浏览器" + system);
  }

  private static String name(Matcher found) {
    boolean safari = found.group(2).equals("Safari");
    String said = safari ? "Safari" : found.group(1);
    String version = safari ? found.group(1) : found.group(2);
    String name =
        switch (said) {
          case "MicroMessenger" -> "微信";
          case "Edg" -> "Edge";
          default -> said;
        };
    return name + " " + version;
  }
}
