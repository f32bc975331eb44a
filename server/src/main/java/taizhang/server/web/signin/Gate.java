package taizhang.server.web.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import taizhang.server.access.Sessions;
import taizhang.server.access.Tokens;
import taizhang.server.api.ApiProblem;

/**
 * Who comes in: everybody signed in, and nobody else but to the pages that let one in. What a
 * person may see beyond that is asked of {@link taizhang.books.access.Clearance} by what is asked
 * for.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Gate {

  private static final String[] OPEN = {
    "/sign-in", "/first-run", "/language", "/assets/**", "/webjars/**", "/error", "/favicon.ico"
  };

  @Bean
  CookieCsrfTokenRepository csrfTokens() {
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName("taizhang_csrf");
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict").httpOnly(true));
    return tokens;
  }

  @Bean
  SecurityFilterChain chain(
      HttpSecurity http, Sessions sessions, Tokens tokens, CookieCsrfTokenRepository csrfTokens) {
    return http.securityContext(
            context -> context.securityContextRepository(new SessionContext(sessions)))
        .authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(OPEN)
                .permitAll()
                .anyRequest()
                .authenticated())
        .csrf(csrf ->
            csrf.csrfTokenRepository(csrfTokens)
                .csrfTokenRequestHandler(csrfInForms())
                .ignoringRequestMatchers(MachineDoor::opens))
        .addFilterBefore(new MachineDoor(tokens), AuthorizationFilter.class)
        .exceptionHandling(handling -> handling.authenticationEntryPoint(Gate::toSignIn))
        .requestCache(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .build();
  }

  /** Nothing authenticates but the pages here; keeps Spring Boot from inventing a user. */
  @Bean
  AuthenticationManager nobody() {
    return authentication -> {
      throw new ProviderNotFoundException("people sign in on the sign-in page");
    };
  }

  /** What the firewall turns away: addresses that no page and no call has. */
  @Bean
  RequestRejectedHandler rejected() {
    RequestRejectedHandler pages = new HttpStatusRequestRejectedHandler();
    return (request, response, why) -> {
      if (request.getRequestURI().startsWith("/api/")) {
        ApiProblem.unread(HttpServletResponse.SC_BAD_REQUEST, "").write(response);
      } else {
        pages.handle(request, response, why);
      }
    };
  }

  private static CsrfTokenRequestAttributeHandler csrfInForms() {
    return new XorCsrfTokenRequestAttributeHandler();
  }

  private static void toSignIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    boolean reads = request.getMethod().equals("GET");
    String next = reads ? request.getRequestURI() + query : "/";
    String place = "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", "/sign-in");
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else if (request.getRequestURI().startsWith("/api/")) {
      ApiProblem.stranger().write(response);
    } else {
      response.sendRedirect(place);
    }
  }
}
