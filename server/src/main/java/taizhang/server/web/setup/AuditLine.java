package taizhang.server.web.setup;

import java.time.Instant;

/**
 * A line of the audit trail.
 *
 * @param name the person's name
 * @param act what was done, in words
 */
public record AuditLine(
    Instant at,
    String name,
    String login,
    String act,
    String subject,
    String detail,
    String address) {

  /** What the screen calls what was done. */
  public static String label(String act) {
    return switch (act) {
      case "sign-in" -> "登录";
      case "reveal" -> "查看个人信息";
      case "export" -> "导出";
      case "print" -> "打印";
      case "download" -> "下载附件";
      case "refused" -> "被拒绝";
      case "password" -> "重设密码";
      case "disable" -> "停用登录";
      case "enable" -> "恢复登录";
      case "verify" -> "核验账本";
      case "token" -> "接口令牌";
      case "open" -> "登记";
      case "change" -> "变更";
      case "correct" -> "更正";
      case "move" -> "办理";
      case "review" -> "审核";
      case "return" -> "退回";
      case "attach" -> "附件";
      case "void" -> "作废";
      default -> act;
    };
  }
}
