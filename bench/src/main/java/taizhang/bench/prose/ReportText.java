package taizhang.bench.prose;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reports of towns that do not exist, made of sentences with numbers drawn anew; the same in every
 * run.
 */
final class ReportText {

  private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");

  private static final List<String> TOWNS = List.of("柳溪镇", "石桥镇", "青禾镇", "白沙镇", "松岭镇", "梅湾镇");
  private static final List<String> THINGS =
      List.of("农村公路", "灌溉渠道", "供水管网", "污水管网", "防护林带", "机耕道", "燃气管线");
  private static final List<String> FIELDS =
      List.of("产业发展", "乡村建设", "民生保障", "生态环境", "安全生产", "基层治理", "项目建设");

  private static final List<String> REVIEW =
      List.of(
          "全年实现一般公共预算收入{big}万元，同比增长{rate}%；固定资产投资完成{small}.{digit}亿元，占年度任务的{hundred}%。",
          "农村居民人均可支配收入达到{income}元，增长{rate}%左右，增速高于全市平均{digit}.{digit}个百分点。",
          "新签约项目{few}个，实际到位资金{small}.{digit}亿元，其中{field}类项目到位资金{digit}.{digit}亿元。",
          "投入{big}余万元，新建、改造{thing}{few}.{digit}公里，惠及群众{thousand}多户。",
          "粮食播种面积稳定在{small}.{digit}万亩以上，建成高标准农田{thousand}亩，新增家庭农场{few}家、合作社两家。",
          "受理群众诉求{thousand}件，办结率9{digit}.{digit}%，调解矛盾纠纷{few}起，排查整改隐患{hundred}处。",
          "新增城镇就业{hundred}人，发放各类补助资金{big}万元，城镇登记失业率控制在{digit}.{digit}%以内。",
          "完成{few}个村的人居环境整治，改造厕所{hundred}座，拆除违法建筑{thousand}平方米，空气优良天数比例达到8{digit}%。",
          "培育规模以上企业{few}家，规模以上工业总产值突破{small}亿元，较上年净增{digit}.{digit}亿元，是五年前的{digit}倍。",
          "组织志愿服务{hundred}场次，参与{thousand}人次，三分之一以上的村达到市级示范标准。");

  private static final List<String> PLAN =
      List.of(
          "加快{thing}建设，年内完成{few}公里，确保10月底前全部投入使用。",
          "抓好{field}，力争引进亿元以上项目{few}个，固定资产投资增长{rate}%以上。",
          "办好民生实事，改造危房{hundred}户，新增养老床位{hundred}张，发放补助{big}万元。",
          "加强队伍建设，开展培训{few}期，培训干部群众{thousand}人次，考核合格率不低于9{digit}%。");

  /** As in real reports, most sentences count nothing. */
  private static final List<String> PLAIN =
      List.of(
          "坚持把{field}摆在突出位置，完善工作机制，压实工作责任，一批群众关心的实际问题得到解决。",
          "深入推进{field}，健全长效机制，加强督查考核，不断增强群众的获得感、幸福感、安全感。",
          "统筹抓好{field}和{field}，整合资源力量，优化服务流程，办事效率和服务质量明显提高。",
          "加大宣传引导力度，弘扬文明新风，广泛开展群众性文化活动，乡风民风持续向好。",
          "严格落实各项制度，规范权力运行，自觉接受人大监督和社会监督，政府自身建设得到加强。",
          "围绕{field}补短板、强弱项，加快{thing}规划编制，为今后发展打下坚实基础。",
          "充分发挥党员干部带头作用，深入田间地头和企业车间，及时协调解决生产经营中的困难。",
          "我们也清醒地看到，{field}基础还不够牢固，群众期盼与工作实际仍有差距，需要在今后的工作中认真加以解决。");

  private final Random random = new Random(20_261_123);

  /** One report of about so many characters. */
  String report(int characters) {
    int year = 2015 + random.nextInt(10);
    String town = pick(TOWNS);
    StringBuilder text = new StringBuilder(characters + 500);
    text.append("政府工作报告\n——%d年1月在%s人民代表大会上\n各位代表：\n".formatted(year + 1, town))
        .append("现在，我代表镇人民政府向大会报告工作，请予审议。\n")
        .append("一、%d年工作回顾\n".formatted(year));
    paragraphs(text, REVIEW, characters * 3 / 4);
    text.append("二、%d年工作安排\n".formatted(year + 1));
    paragraphs(text, PLAN, characters - 40);
    return text.append("各位代表，让我们团结一心，为建设美好").append(town).append("而努力奋斗！\n").toString();
  }

  /** Reports one after another, so many bytes of UTF-8 at least. */
  String megabytes(int megabytes) {
    StringBuilder text = new StringBuilder();
    for (long bytes = 0; bytes < megabytes * 1_000_000L; ) {
      String report = report(15_000);
      bytes += report.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
      text.append(report);
    }
    return text.toString();
  }

  private void paragraphs(StringBuilder text, List<String> sentences, int upTo) {
    for (int n = 1; text.length() < upTo; n++) {
      text.append("（").append(han(n)).append("）").append(pick(FIELDS)).append("取得新进展。");
      for (int s = 0; s < 5; s++) {
        text.append(filled(pick(random.nextInt(5) < 3 ? PLAIN : sentences)));
      }
      text.append('\n');
    }
  }

  /** A number below a hundred as headings count. */
  private static String han(int n) {
    String digits = "零一二三四五六七八九";
    String tens = n < 20 ? "" : digits.substring(n / 10 % 10, n / 10 % 10 + 1);
    String ones = n % 10 == 0 ? "" : digits.substring(n % 10, n % 10 + 1);
    return n < 10 ? ones : tens + "十" + ones;
  }

  private String filled(String sentence) {
    Matcher slot = SLOT.matcher(sentence);
    return slot.replaceAll(found -> slot(found.group(1)));
  }

  private String slot(String name) {
    return switch (name) {
      case "thing" -> pick(THINGS);
      case "field" -> pick(FIELDS);
      case "digit" -> between(1, 9);
      case "few" -> between(2, 40);
      case "rate" -> between(2, 15) + "." + between(1, 9);
      case "small" -> between(2, 30);
      case "hundred" -> between(101, 990);
      case "thousand" -> between(1_010, 9_900);
      case "income" -> between(15_000, 39_000);
      case "big" -> between(1_000, 90_000);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private String between(int least, int most) {
    return Integer.toString(least + random.nextInt(most - least + 1));
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
