package taizhang.books.refusal;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/**
 * What can go wrong, by stable numbers: 1xx refused, the caller can mend it; 2xx not found; 3xx in
 * conflict with what stands; 4xx ours; 5xx not allowed. Each says what to do, in Chinese and
 * English.
 */
public enum ProblemCode {
  UNKNOWN_FIELD(101, "台账“{0}”没有字段“{1}”；可填：{2}", "Ledger {0} has no field ''{1}''; it has: {2}"),
  MISSING_FIELD(102, "“{0}”必填", "''{0}'' must be filled"),
  WRONG_TYPE(103, "“{0}”应填{1}，收到的是“{2}”", "''{0}'' takes {1}, not ''{2}''"),
  OUT_OF_RANGE(
      104, "“{0}”应在 {1} 至 {2} 之间，收到的是 {3}", "''{0}'' must lie between {1} and {2}, not {3}"),
  UNKNOWN_CODE(105, "“{0}”没有代码“{1}”；可填：{2}", "''{0}'' has no code ''{1}''; it has: {2}"),
  CHECK_FAILED(106, "{0}", "{0}"),
  AREA_REQUIRED(107, "新登记须写明区域", "A new record needs an area"),
  AREA_NOT_VALID(
      108,
      "区域“{0}”在 {1} 不存在（{2} 至 {3}）；请改日期或用后继区域 {4}",
      "Area {0} did not exist on {1} ({2} to {3}); change the date or use its successor {4}"),
  AREA_LEVEL(109, "台账“{0}”登记在{1}，不登记在“{2}”", "Records of {0} live at level {1}, not at ''{2}''"),
  MOVE_NOT_ALLOWED(
      110, "不能从“{0}”转到“{1}”；可转到：{2}", "No move from ''{0}'' to ''{1}''; there are: {2}"),
  RECORD_REQUIRED(111, "{0}须写明是哪条记录", "A {0} needs the record it is about"),
  RECORD_NOT_EXPECTED(112, "新登记不能带记录号 {0}", "An opening names no record, not {0}"),
  RECORD_VOID(113, "记录 {0} 已作废，不能再登记；请新登记一条", "Record {0} is void; open a new one"),
  TOO_LONG(114, "“{0}”最多 {1} 字，收到 {2} 字", "''{0}'' takes at most {1} characters, not {2}"),
  STATE_NOT_EXPECTED(115, "台账“{0}”没有办理状态", "Ledger {0} has no lifecycle"),
  UNKNOWN_STATE(116, "没有状态“{0}”；有：{1}", "There is no state ''{0}''; there are: {1}"),
  NO_SUCH_VERSION(117, "记录 {0} 没有第 {1} 号登记可更正", "Record {0} has no version {1} to correct"),
  REASON_REQUIRED(118, "{0}须写明原因", "A {0} needs a reason"),
  NOT_AN_INDICATOR(119, "没有可填报的指标“{0}”；{1}", "There is no indicator ''{0}'' to state; {1}"),
  AREA_PARENT(120, "上级区域“{0}”不存在", "The parent area {0} does not exist"),
  AREA_FIXED(
      121,
      "区域 {0} 的代码和上级不能改；请终止它并新设后继区域",
      "Code and parent of area {0} are fixed; end it and open a successor"),
  PACK_BROKEN(122, "业务模块不合格：\n{0}", "The pack is not well-formed:\n{0}"),
  NOT_A_PERIOD(
      123,
      "不是期间：“{0}”（例：2023、2023-H1、2023-Q3、2023-07、2023-01/2023-10）",
      "Not a period: ''{0}'' (such as 2023, 2023-H1, 2023-Q3, 2023-07, 2023-01/2023-10)"),
  REVIEW_NOT_EXPECTED(124, "台账“{0}”不需要审核", "Ledger {0} asks for no review"),
  EFFECTIVE_DATE(125, "生效日期不合理：{0}", "The effective date makes no sense: {0}"),
  WRONG_UNIT(126, "“{0}”按{1}填写，收到的是{2}", "''{0}'' is entered in {1}, not {2}"),
  BAD_TABLE(127, "表格第 {0} 行{1}：{2}", "Row {0} of the table{1}: {2}"),
  TOO_LARGE(128, "{0}太大：最多 {1}，收到 {2}", "{0} is too large: at most {1}, not {2}"),
  NOT_READABLE(129, "读不懂 {0}：{1}", "Cannot read {0}: {1}"),
  RECALIBRATED(130, "口径变更不能追溯：{0}", "A caliber cannot change backwards: {0}"),
  ROLES_APART(
      131,
      "{0} 已任{1}，不能再任{2}：三类管理员须由不同的人担任",
      "{0} is {1} already and cannot be {2} too: the three administrators are three people"),
  WEAK_PASSWORD(132, "密码{0}", "The password {0}"),
  OTHER_PERSON(
      141, "“{0}”须由他人办理：{1}是您经手的", "''{0}'' must be done by someone else: you did ''{1}''"),
  DERIVED_FIELD(142, "“{0}”由时限推算，不能填写", "''{0}'' follows from the time limit and is never typed"),
  EXTENSION_LATE(143, "“{0}”未在办理中或已到期，不能再申请延期", "''{0}'' does not run or has run out"),
  EXTENSION_UNASKED(
      144, "“{0}”没有申请延期，或批准超过申请的 {1}", "No extension of ''{0}'' beyond {1} was asked for"),
  NOT_YOURS(145, "“{0}”由{1}办理", "''{0}'' is done by {1}"),
  TOO_MANY_FILES(
      146, "“{0}”最多放 {1} 个文件，这里有 {2} 个", "''{0}'' takes {1} files at most; here are {2}"),
  NOT_UPLOADED(
      147,
      "“{0}”里的文件“{1}”没有传上来，请重新选择文件",
      "The file ''{1}'' in ''{0}'' is not beside the record and was not uploaded: upload it first"),
  UNKNOWN_TOWN(201, "没有乡镇“{0}”；有：{1}", "There is no town ''{0}''; there are: {1}"),
  UNKNOWN_LEDGER(202, "没有台账“{0}”；有：{1}", "There is no ledger ''{0}''; there are: {1}"),
  UNKNOWN_AREA(
      203, "没有区域“{0}”；先在区域台账登记", "There is no area ''{0}''; enter it in the area ledger first"),
  UNKNOWN_RECORD(204, "没有记录 {0}", "There is no record {0}"),
  UNKNOWN_INDICATOR(205, "没有指标“{0}”；相近的有：{1}", "There is no indicator ''{0}''; close to it: {1}"),
  UNKNOWN_FACT(206, "没有数据“{0}”；{1}", "There is no fact ''{0}''; {1}"),
  UNKNOWN_FILE(207, "没有附件 {0}，或已经移除", "There is no file {0}, or it was taken away"),
  UNKNOWN_MATTER(
      208,
      "“{1}”填的 {0} 不是您能查阅的办理事项；填有办理流程的台账里一条记录的编号，编号在事项页标题下",
      "''{1}'': {0} is no matter that you may read; give the number of a record of a ledger with a lifecycle, as its page shows it"),
  STALE_VERSION(
      301,
      "记录 {0} 已被 {1} 于 {2} 改为第 {3} 号登记，您看到的是第 {4} 号；请刷新后再提交",
      "Record {0} was changed by {1} at {2} (entry {3}); you saw entry {4}. Reload and submit again"),
  DUPLICATE(
      302, "与记录 {0} 重复（{1}）；请在原记录上登记变更", "The same as record {0} ({1}); enter a change there"),
  KEY_REUSED(
      303,
      "幂等键“{0}”已用于另一内容（第 {1} 号登记）；换一个键",
      "Key ''{0}'' was used for another body (entry {1}); use a new key"),
  CLOSED(304, "{0} 已锁定至 {1}", "{0} is closed up to {1}"),
  ALREADY(305, "{0}", "{0}"),
  CODE_IN_USE(
      306,
      "业务模块“{0}”台账“{1}”字段“{2}”：代码“{3}”还有 {4} 条记录在用（记录 {5}）；不要删去，请写明 until（停用日期）：原有记录照旧，"
          + "新登记不再可选；或先更正这些记录",
      "Pack {0}, ledger {1}, field {2}: code ''{3}'' is held by {4} records (record {5}); do not take"
          + " it out but end it with ''until'', or correct these records first"),
  FIELD_IN_USE(
      307,
      "业务模块“{0}”台账“{1}”字段“{2}”：{3}由“{4}”改为“{5}”，已有 {6} 条记录按原来的填写（记录 {7}）；请停用原字段，另设新字段",
      "Pack {0}, ledger {1}, field {2}: {3} changes from ''{4}'' to ''{5}'', {6} records were filled in"
          + " before (record {7}); retire the field and declare a new one"),
  STATE_IN_USE(
      308,
      "业务模块“{0}”台账“{1}”：还有 {3} 条记录处于状态“{2}”（记录 {4}）；请保留这个状态，待办结后再取消",
      "Pack {0}, ledger {1}: {3} records stand in state ''{2}'' (record {4}); keep it until they have"
          + " moved on"),
  INDICATOR_IN_USE(
      309,
      "业务模块“{0}”指标“{1}”：{2}由“{3}”改为“{4}”，账上已有 {5} 笔按原来的记入；请另设新指标",
      "Pack {0}, indicator {1}: {2} changes from ''{3}'' to ''{4}'', {5} postings were made before;"
          + " declare a new indicator"),
  FIELD_RETIRED(310, "字段“{0}”已停用，所填“{1}”保留备查", "Field {0} is retired; ''{1}'' stays readable"),
  LEDGER_RETIRED(311, "台账“{0}”已停用，记录保留备查", "Ledger {0} is retired; its records stay readable"),
  CODE_ENDED(
      147,
      "“{0}”的“{1}”自 {2} 后停用；请另选，或按原日期登记",
      "''{1}'' of ''{0}'' is not chosen after {2}; choose another or enter it at its day"),
  NOT_ALLOWED(
      501,
      "您的岗位不能{0}；如确有需要，请安全管理员调整岗位",
      "Your posts do not let you {0}; ask the security administrator where you need it"),
  OWN_ENTRY(
      502,
      "自己登记的须由他人审核；请同事审核，或由上级岗位审核",
      "What you entered yourself is reviewed by someone else; ask a colleague"),
  FAULT(401, "系统错误：{0}", "Our fault: {0}");

  private final int number;
  private final String chinese;
  private final String english;

  ProblemCode(int number, String chinese, String english) {
    this.number = number;
    this.chinese = chinese;
    this.english = english;
  }

  /** The stable number. */
  public int number() {
    return number;
  }

  /** The message in Chinese or English with its arguments. */
  public String message(Locale locale, List<Object> args) {
    String pattern = locale.getLanguage().equals("en") ? english : chinese;
    Object[] texts = args.stream().map(String::valueOf).toArray();
    return new MessageFormat(pattern, Locale.ROOT).format(texts);
  }
}
