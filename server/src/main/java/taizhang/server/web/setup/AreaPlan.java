package taizhang.server.web.setup;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import taizhang.books.area.Area;
import taizhang.books.area.AreaTree;

/**
 * What a change of an area would do, told before it is done.
 *
 * @param title such as 更名 示范1村
 * @param act last part of the address that does it
 * @param lines what would happen
 * @param fields what is sent to do it
 * @param problems why it cannot be done; then there is nothing to confirm
 */
public record AreaPlan(
    String title,
    String act,
    List<String> lines,
    Map<String, String> fields,
    List<String> problems) {

  public AreaPlan {
    lines = List.copyOf(lines);
    fields = Map.copyOf(fields);
    problems = List.copyOf(problems);
  }

  static AreaPlan rename(Area area, String name, LocalDate from) {
    return new AreaPlan(
        "更名 " + area.name(),
        "rename",
        List.of("自 " + from + " 起，" + area.name() + " 更名为 " + name + "。", "区划代码、记录和各期的数都不变。"),
        Map.of("code", area.code(), "name", name, "from", from.toString()),
        name.isEmpty()
            ? List.of("请填写新名称。")
            : name.equals(area.name()) ? List.of("新名称与原名称相同。") : List.of());
  }

  /**
   * An area below another parent.
   *
   * @param records how many live there
   */
  static AreaPlan move(
      AreaTree tree, Area area, String fresh, Area parent, LocalDate last, long records) {
    String day = last.plusDays(1).toString();
    return new AreaPlan(
        "划转 " + area.name(),
        "move",
        List.of(
            records
                + " 条记录自 "
                + day
                + " 起归 "
                + parent.name()
                + " 的 "
                + area.name()
                + "（"
                + fresh
                + "）。",
            last + " 及以前各期，原代码和原上级的数不变；以后各期算在新代码和新的上级。",
            "这一办理会记在账上，不能删除。"),
        Map.of(
            "code", area.code(),
            "fresh", fresh,
            "parent", parent.code(),
            "last", last.toString()),
        problem(tree, area, fresh, parent));
  }

  private static List<String> problem(AreaTree tree, Area area, String fresh, Area parent) {
    if (tree.find(fresh) != null) {
      return List.of("区划代码 " + fresh + " 已用过，代码不能再用。");
    }
    if (parent.code().equals(area.parent())) {
      return List.of(area.name() + " 本来就归 " + parent.name() + "。");
    }
    for (@Nullable Area above = parent; above != null; above = above(tree, above)) {
      if (above.code().equals(area.code())) {
        return List.of("不能划归自己或自己的下级。");
      }
    }
    return List.of();
  }

  private static @Nullable Area above(AreaTree tree, Area area) {
    String parent = area.parent();
    return parent == null ? null : tree.find(parent);
  }
}
