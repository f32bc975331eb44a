package taizhang.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationContext;
import taizhang.books.access.Role;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.demo.DemoMark;
import taizhang.server.ledger.Author;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.report.OutlineReader;
import taizhang.server.report.Reports;
import taizhang.server.report.Versions;
import taizhang.server.town.Towns;

/** A small township with books, a report and a version of it, entered the ordinary way. */
public final class SampleTown {

  public static final String TOWN = "liuzhuang";

  public static final String ROOT = "370826110000";

  static final String PACK =
      """
      pack: works
      title: 工程建设
      owner: 规划建设办公室
      ledgers:
        road:
          title: 农村公路
          lives_at: village
          key: [name]
          opens_on: done_on
          fields:
            name: {title: 路段, type: text, required: true}
            km: {title: 里程, type: quantity, unit: 公里, min: 0}
            done_on: {title: 交工日期, type: date}
            builder: {title: 施工方式, type: code, codes: {own: 自建, hired: 外包}}
            foreman: {title: 负责人, type: person, classification: personal}
          post:
            - {to: roads, amount: km, on: done_on}
      indicators:
        roads: {title: “四好农村路”, unit: 公里, kind: flow, authority: own, caliber: 交工验收里程, print: {decimals: 2}}
        revenue: {title: 一般公共预算收入, unit: 元, kind: stated, authority: finance, print: {unit: 万元, decimals: 0}}
        revenue_completion: {title: 一般公共预算收入完成率, unit: "%", formula: completion(revenue), print: {decimals: 1}}
        trees: {title: 造林, unit: 亩, kind: stated, authority: bureau}
      """;

  private static final String OUTLINE =
      """
      title: 留庄镇2023年政府工作报告
      town: liuzhuang
      year: 2023
      session: 2024年1月在留庄镇人民代表大会会议上
      presenter: 留庄镇人民政府
      salutation: 各位代表：
      opening:
        - 现在，我代表留庄镇人民政府，向大会报告工作，请予审议，并请列席会议的同志提出意见。
      chapters:
        - title: 稳中求进抓经济，发展基础更加牢固
          paragraphs:
            - lead: 主要指标平稳运行。
              text: |
                坚持把稳增长摆在突出位置，落实惠企政策，主要经济指标保持在合理区间。
                全年完成一般公共预算收入{{works.revenue}}，
                为年初预算的{{works.revenue_completion}}。
                建成“四好农村路”{{works.roads}}，群众出行更加便捷；
                完成造林{{works.trees}}，另有 37 处绿地建成开放。
      closing:
        - 让我们踔厉奋发、勇毅前行，为建设新留庄而不懈奋斗！
      """;

  private final Entries entries;

  private SampleTown(Entries entries) {
    this.entries = entries;
  }

  /** Enters the town; returns the record of its first road. */
  static long enter(ApplicationContext context) {
    SampleTown town = new SampleTown(context.getBean(Entries.class));
    context.getBean(Towns.class).register(TOWN, "留庄镇");
    adopt(town.entries, TOWN, ROOT, "system");
    town.areas();
    town.staff();
    adopt(town.entries, TOWN, ROOT, "works", PACK);
    adopt(town.entries, TOWN, ROOT, "report");
    long road = town.roads();
    town.money();
    context
        .getBean(Reports.class)
        .save(OutlineReader.read("report.yaml", OUTLINE), Author.operator("xiezuo"));
    context.getBean(Versions.class).circulate(TOWN, 2023, Author.operator("xiezuo"));
    town.correct(road);
    return road;
  }

  /** A town takes up a pack of the packs folder. */
  static void adopt(Entries entries, String town, String root, String pack) {
    try {
      String yaml = Files.readString(Path.of("../packs", pack, "pack.yaml"));
      adopt(entries, town, root, pack, yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A town takes up a pack. */
  static void adopt(Entries entries, String town, String root, String pack, String yaml) {
    Map<String, Value> fields =
        Map.of("pack", Value.of(pack), "version", Value.of(1), "yaml", Value.of(yaml));
    Submission adoption = Submission.open(SystemLedger.ADOPTION, root, null, fields);
    entries.append(town, DemoMark.AUTHOR, adoption);
  }

  private void areas() {
    area(ROOT, "留庄镇", "town", "");
    for (int i = 1; i <= 14; i++) {
      area("37082611020" + (char) ('A' + i), "示范" + i + "村", "village", ROOT);
    }
  }

  /** One person of each role; logins are the codes of the roles. */
  private void staff() {
    for (Role role : Role.values()) {
      open(
          SystemLedger.STAFF,
          ROOT,
          Map.of(
              "login", Value.of(role.code()),
              "name", Value.of(role.title()),
              "role", Value.of(role.code()),
              "area", Value.of(role == Role.VILLAGE ? "37082611020B" : ROOT)));
    }
  }

  private void area(String code, String name, String level, String parent) {
    area(entries, TOWN, ROOT, code, name, level, parent);
  }

  /** Enters an area of a town; parent empty for the town itself. */
  static void area(
      Entries entries,
      String town,
      String root,
      String code,
      String name,
      String level,
      String parent) {
    Map<String, Value> fields =
        new TreeMap<>(
            Map.of(
                "code", Value.of(code),
                "name", Value.of(name),
                "level", Value.of(level),
                "valid_from", Value.of("2000-01-01")));
    if (!parent.isEmpty()) {
      fields.put("parent", Value.of(parent));
    }
    entries.append(town, "cunwenshu", Submission.open(SystemLedger.AREA, root, null, fields));
  }

  /** Gives somebody a post over the whole town; department empty for the ledgers of all. */
  public static void appoint(
      Entries entries, String login, String name, String role, String department) {
    Map<String, Value> fields =
        new TreeMap<>(
            Map.of(
                "login", Value.of(login),
                "name", Value.of(name),
                "role", Value.of(role),
                "area", Value.of(ROOT)));
    if (!department.isEmpty()) {
      fields.put("department", Value.of(department));
    }
    entries.append(TOWN, "office", Submission.open(SystemLedger.STAFF, ROOT, null, fields));
  }

  private long roads() {
    List<Long> roads = new ArrayList<>();
    for (int i = 1; i <= 26; i++) {
      roads.add(
          open(
              "works.road",
              "37082611020" + (char) ('A' + (i % 14) + 1),
              Map.of(
                  "name", Value.of("示范" + i + "号路"),
                  "km", Value.of(new BigDecimal("0.5").add(new BigDecimal(i).movePointLeft(1))),
                  "done_on", Value.of(LocalDate.of(2023, 1 + i % 12, 10)),
                  "builder", Value.of(i % 2 == 0 ? "own" : "hired"),
                  "foreman", Value.of("张三" + i))));
    }
    return roads.getLast();
  }

  private void money() {
    open(
        SystemLedger.STATED,
        ROOT,
        Map.of(
            "indicator", Value.of("works.revenue"),
            "period", Value.of("2023"),
            "value", Value.of("47170000"),
            "status", Value.of("actual"),
            "authority", Value.of("县财政局")));
    open(
        SystemLedger.TARGET,
        ROOT,
        Map.of(
            "indicator", Value.of("works.revenue"),
            "period", Value.of("2023"),
            "value", Value.of("45000000"),
            "comparator", Value.of("ge"),
            "status", Value.of("target")));
  }

  private void correct(long road) {
    entries.append(
        TOWN,
        "cunwenshu",
        Submission.correct("works.road", road, Map.of("km", Value.of("3.4")), "竣工图复核，里程多量了"));
  }

  private long open(String ledger, String area, Map<String, Value> fields) {
    return entries.append(TOWN, "cunwenshu", Submission.open(ledger, area, null, fields)).record();
  }
}
