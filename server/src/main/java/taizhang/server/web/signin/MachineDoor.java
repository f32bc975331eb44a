package taizhang.server.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import taizhang.books.access.Clearance;
import taizhang.server.access.Tokens;

/**
 * Lets machines in that show a token, to the API alone. No cookie takes part, so no other site can
 * make a browser show one and no CSRF token is asked for.
 */
final class MachineDoor extends OncePerRequestFilter {

  private static final String BEARER = "Bearer ";
  private static final String API = "/api/";

  private final Tokens tokens;

  MachineDoor(Tokens tokens) {
    this.tokens = tokens;
  }

  /** True where a machine knocks. */
  static boolean opens(HttpServletRequest request) {
    String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
    return shown != null && shown.startsWith(BEARER) && request.getRequestURI().startsWith(API);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (opens(request)) {
      SecurityContextHolder.clearContext();
      String secret = request.getHeader(HttpHeaders.AUTHORIZATION).substring(BEARER.length());
      Optional<Clearance> who = tokens.clearance(secret.strip());
      if (who.isPresent()) {
        var machine =
            UsernamePasswordAuthenticationToken.authenticated(who.get().login(), "", List.of());
        machine.setDetails(who.get());
        SecurityContextHolder.getContext().setAuthentication(machine);
      }
    }
    chain.doFilter(request, response);
  }
}
