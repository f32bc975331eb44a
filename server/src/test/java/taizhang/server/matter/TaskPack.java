package taizhang.server.matter;

/** A pack of supervised tasks, small enough to follow by hand. */
public final class TaskPack {

  public static final String YAML =
      """
      pack: aid
      title: 督办
      owner: 党政办
      ledgers:
        task:
          title: 督办事项
          lives_at: town
          lifecycle: handling
          fields:
            title: {title: 事项, type: text}
            unit: {title: 承办单位, type: text}
            person: {title: 承办人, type: text}
            result: {title: 办理结果, type: text}
            asked: {title: 申请延期, type: integer, min: 1}
            granted: {title: 批准延期, type: integer, min: 1}
          post:
            - {to: open, when: "state != 'closed'"}
            - {to: overdue, on: handle_late, when: "state != 'closed' && handle_late != ''"}
            - {to: done, on_enter: closed}
            - {to: kept, on_enter: closed, when: handle_kept}
      indicators:
        open: {title: 在办事项, unit: 件, kind: stock}
        overdue: {title: 逾期事项, unit: 件, kind: stock}
        done: {title: 办结事项, unit: 件, kind: flow}
        kept: {title: 按期办结事项, unit: 件, kind: flow}
        rate: {title: 按期办结率, formula: "share(kept, done)", unit: "%"}
      lifecycles:
        handling:
          states: {given: 交办, checking: 待核查, waiting: 暂停, closed: {title: 销号, final: true}}
          moves:
            report: {from: given, to: checking, title: 报结, needs: [result], by: [department of unit]}
            close: {from: checking, to: closed, title: 销号, by: [office, leader], other_than: [checking], guard: "unit != ''", say: 须有承办单位}
            back: {from: checking, to: given, title: 退回, reason: yes, by: office}
            wait: {from: given, to: waiting, title: 暂停, reason: yes, by: leader}
            go_on: {from: waiting, to: given, title: 恢复, by: leader}
          clocks:
            handle:
              title: 办理
              starts: [given]
              limits:
                - {limit: 5 workdays, source: 督查工作规则}
              pauses: [waiting]
              ends: [closed]
              extension: {asks: asked, grants: granted, by: [leader]}
              ladder:
                given: {at: start, say: 交办, draft: assignment, tell: [department of unit]}
                near: {at: 2 workdays before, light: yellow, say: 临近到期, tell: [department of unit, person of person]}
                late: {at: due, light: red, say: 已经逾期, tell: [department of unit], draft: reminder}
                worse: {at: 5 workdays after, light: red, say: 逾期五个工作日, tell: [leader], draft: supervision}
      """;

  private TaskPack() {}
}
