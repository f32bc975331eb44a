package taizhang.server.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import taizhang.books.access.Clearance;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.Rules;
import taizhang.server.review.Reviews;
import taizhang.server.town.Town;
import taizhang.server.town.Towns;

/**
 * A field of work that the sample town may take up beside its own: what villages enter of channels
 * is reviewed.
 */
public final class WaterPack {

  private static final String YAML =
      """
      pack: water
      title: 水利
      owner: 水利站
      headlines: [channels]
      ledgers:
        crew:
          title: 施工队
          lives_at: village
          fields:
            name: {title: 名称, type: text, required: true}
        channel:
          title: 渠道
          lives_at: village
          review: department
          key: [name]
          lifecycle: building
          fields:
            name: {title: 渠道名称, type: text, required: true}
            km: {title: 长度, type: quantity, unit: 公里, min: 0, required: true}
            crew: {title: 施工队, type: ref, ledger: crew}
            lined: {title: 已衬砌, type: yes_no}
            foreman: {title: 负责人, type: person, classification: personal}
            opinion: {title: 验收意见, type: long_text}
            paper: {title: 图纸, type: file, max: 2}
          post:
            - {to: channels, amount: km}
      lifecycles:
        building:
          states:
            building: {title: 在建}
            done: {title: 完工, final: yes}
          moves:
            finish: {title: 验收, from: building, to: done, needs: [opinion]}
      indicators:
        channels: {title: 渠道里程, unit: 公里, kind: stock, caliber: 已建和在建渠道的长度}
      """;

  private WaterPack() {}

  /** The sample town takes it up. */
  public static void adopt(Site site) {
    SampleTown.adopt(site.get(Entries.class), SampleTown.TOWN, SampleTown.ROOT, "water", YAML);
  }

  /** Some channels: one passed, two that wait for review, one sent back. */
  static void work(Site site) {
    Town town = site.get(Towns.class).find(SampleTown.TOWN);
    Clearance village = site.get(Rules.class).clearance(town, "village");
    Clearance department = site.get(Rules.class).clearance(town, "department");
    List<Reviews.Seen> seen = new ArrayList<>();
    for (String name : List.of("东干渠", "西干渠", "南支渠", "北支渠")) {
      Map<String, Value> fields =
          Map.of("name", Value.of(name), "km", Value.of("2.5"), "foreman", Value.of("张三丰"));
      Submission opening =
          Submission.open("water.channel", "37082611020B", LocalDate.of(2023, 6, 1), fields);
      Receipt opened = site.get(Entries.class).append(village, opening);
      seen.add(new Reviews.Seen(opened.record(), opened.seq(), "water.channel"));
    }
    site.get(Reviews.class).approve(department, seen.subList(0, 1));
    site.get(Reviews.class).sendBack(department, seen.getLast(), "长度与图纸不符");
  }
}
