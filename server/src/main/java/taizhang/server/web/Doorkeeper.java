package taizhang.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import taizhang.books.access.Clearance;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.access.Account;
import taizhang.server.access.Traces;
import taizhang.server.ledger.Rules;
import taizhang.server.town.Town;
import taizhang.server.town.Towns;

/**
 * Stands at the door of every page of a town: lets in who holds a post there, writes down who was
 * refused, and hands the person's {@link Clearance} and {@link Town} to the page.
 */
@Component
class Doorkeeper implements HandlerInterceptor, HandlerMethodArgumentResolver, WebMvcConfigurer {

  private final Towns towns;
  private final Rules rules;
  private final Traces traces;

  Doorkeeper(Towns towns, Rules rules, Traces traces) {
    this.towns = towns;
    this.rules = rules;
    this.traces = traces;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    Object details = Frames.signedIn() == null ? null : Frames.signedIn().getDetails();
    if (details instanceof Clearance machine) {
      admit(request, machine);
      return true;
    }
    Account account = Frames.account();
    if (account == null) {
      return true;
    }
    if (account.renew()
        && !request.getRequestURI().matches("/(me|sign-out|language|assets|webjars)(/.*)?")) {
      response.sendRedirect("/me?renew");
      return false;
    }
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> path
        && path.get("town") instanceof String code) {
      admit(request, towns.find(code), account);
    }
    return true;
  }

  /** A machine's token holds in one town. */
  private void admit(HttpServletRequest request, Clearance machine) {
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> path
        && path.get("town") instanceof String code) {
      Town town = towns.find(code);
      if (!machine.town().equals(code) || machine.posts().isEmpty()) {
        throw Refusal.of(
            ProblemCode.NOT_ALLOWED, "查阅" + town.name() + "的账", "read the books of this town");
      }
      new Admission(town, machine).keep(request);
    }
  }

  private void admit(HttpServletRequest request, Town town, Account account) {
    Clearance who = rules.clearance(town, account.login());
    if (who.posts().isEmpty()) {
      String address = request.getRemoteAddr();
      traces.leave(town, account.login(), "refused", request.getRequestURI(), "", address);
      throw Refusal.of(
          ProblemCode.NOT_ALLOWED, "查阅" + town.name() + "的账", "read the books of this town");
    }
    new Admission(town, who).keep(request);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Clearance.class
        || parameter.getParameterType() == Town.class;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer model,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest servlet =
        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
    Admission admission = Objects.requireNonNull(Admission.of(servlet), "no page of a town");
    return parameter.getParameterType() == Town.class ? admission.town() : admission.who();
  }
}
