package taizhang.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The choice of language for the words around the content. */
@Controller
class LanguagePages {

  private static final Duration KEPT = Duration.ofDays(365);

  @PostMapping("/language")
  String choose(
      @RequestParam(defaultValue = "") String language,
      @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String from,
      HttpServletRequest request,
      HttpServletResponse response) {
    boolean english = language.equals("en");
    ResponseCookie cookie =
        ResponseCookie.from(English.COOKIE, english ? "en" : "")
            .path("/")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(english ? KEPT : Duration.ZERO)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    return "redirect:" + back(from, request);
  }

  /** The page one comes from, of this site alone. */
  private static String back(@Nullable String from, HttpServletRequest request) {
    if (from == null) {
      return "/";
    }
    try {
      URI page = URI.create(from);
      boolean own = request.getServerName().equals(page.getHost());
      String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
      String path = page.getRawPath();
      return own && path != null && path.startsWith("/") && !path.startsWith("//")
          ? path + query
          : "/";
    } catch (IllegalArgumentException e) {
      return "/";
    }
  }
}
