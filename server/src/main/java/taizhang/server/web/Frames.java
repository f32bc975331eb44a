package taizhang.server.web;

import static taizhang.books.access.Right.APPOINT;
import static taizhang.books.access.Right.AUDIT;
import static taizhang.books.access.Right.CLOSE;
import static taizhang.books.access.Right.READ;
import static taizhang.books.access.Right.REVIEW;
import static taizhang.books.access.Right.SET_UP;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.server.access.Account;
import taizhang.server.demo.DemoMark;
import taizhang.server.ledger.Rules;
import taizhang.server.matter.Notifications;
import taizhang.server.town.Town;

/** Puts the frame around a page. */
@Component
class Frames {

  /** A part of the site and any one of the rights that open it. */
  private record Part(String group, String title, String path, Set<Right> rights) {}

  private static final String DAILY = "";
  private static final String SETTINGS = "管理";
  private static final List<Part> PARTS =
      List.of(
          new Part(DAILY, "我的桌面", "", Set.of(Right.values())),
          new Part(DAILY, "待办", "/matters", Set.of(READ)),
          new Part(DAILY, "总览", "/overview", Set.of(READ)),
          new Part(DAILY, "台账", "/ledgers", Set.of(READ)),
          new Part(DAILY, "审核", "/review", Set.of(REVIEW)),
          new Part(DAILY, "报告", "/reports", Set.of(READ)),
          new Part(DAILY, "报告校核", "/read", Set.of(READ)),
          new Part(SETTINGS, "数据锁定", "/closing", Set.of(CLOSE)),
          new Part(SETTINGS, "区域", "/areas", Set.of(READ, SET_UP)),
          new Part(SETTINGS, "业务模块", "/packs", Set.of(READ, SET_UP)),
          new Part(SETTINGS, "接口令牌", "/tokens", Set.of(SET_UP)),
          new Part(SETTINGS, "消息送达", "/deliveries", Set.of(SET_UP)),
          new Part(SETTINGS, "人员岗位", "/people", Set.of(APPOINT)),
          new Part(SETTINGS, "审计", "/audit", Set.of(AUDIT)));

  private final Rules rules;
  private final DemoMark demo;
  private final Notifications notifications;

  Frames(Rules rules, DemoMark demo, Notifications notifications) {
    this.rules = rules;
    this.demo = demo;
    this.notifications = notifications;
  }

  Frame around(HttpServletRequest request) {
    Account account = account();
    Admission admission = Admission.of(request);
    Town town = admission == null ? null : admission.town();
    Clearance who = admission == null ? null : admission.who();
    String query = request.getParameter("ask");
    return new Frame(
        town,
        who,
        account == null ? "" : account.name(),
        account == null ? List.of() : rules.townsOf(account.login()),
        town == null ? demo.any() : demo.on(town.code()),
        csrf(request),
        town == null || who == null ? List.of() : places(town, who, request.getRequestURI()),
        query == null ? "" : query,
        town == null || who == null || !who.may(READ)
            ? 0
            : notifications.unread(town.code(), who.login()),
        english(request));
  }

  /** True where the words around the content are wanted in English. */
  static boolean english(HttpServletRequest request) {
    Cookie chosen = WebUtils.getCookie(request, English.COOKIE);
    return chosen != null && chosen.getValue().equals("en");
  }

  /** What came with the request, null where nobody is signed in. */
  static @Nullable Authentication signedIn() {
    return SecurityContextHolder.getContext().getAuthentication();
  }

  /** Who is signed in, null for nobody. */
  static @Nullable Account account() {
    Authentication signedIn = signedIn();
    return signedIn != null && signedIn.getPrincipal() instanceof Account account ? account : null;
  }

  private static List<Frame.Place> places(Town town, Clearance who, String uri) {
    String home = "/" + town.code();
    return PARTS.stream()
        .filter(part -> part.rights().stream().anyMatch(who::may))
        .map(part -> {
          String href = home + part.path();
          boolean here = part.path().isEmpty() ? uri.equals(href) : uri.startsWith(href);
          return new Frame.Place(part.group(), part.title(), href, here);
        })
        .toList();
  }

  private static String csrf(HttpServletRequest request) {
    Object token = request.getAttribute(CsrfToken.class.getName());
    return token instanceof CsrfToken csrf ? Objects.requireNonNullElse(csrf.getToken(), "") : "";
  }
}
