package taizhang.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import tools.jackson.databind.DeserializationFeature;

/**
 * A misspelt name is told, not ignored: neither a query parameter nor a property that nobody asked
 * for is accepted, and numbers are read exactly.
 */
@Configuration(proxyBeanMethods = false)
class Strictness implements WebMvcConfigurer, HandlerInterceptor {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/v1/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)
        || !method.getBeanType().getPackageName().startsWith("taizhang.")) {
      return true;
    }
    Set<String> known =
        Stream.of(method.getMethodParameters())
            .filter(p -> p.hasParameterAnnotation(RequestParam.class))
            .map(Strictness::name)
            .collect(Collectors.toSet());
    List<Problem> problems = new ArrayList<>();
    for (String name : Collections.list(request.getParameterNames())) {
      if (!known.contains(name)) {
        String there = known.stream().sorted().collect(Collectors.joining("、"));
        problems.add(
            Problem.of(ProblemCode.UNKNOWN_FIELD, request.getRequestURI(), name, there).in(name));
      }
    }
    if (!problems.isEmpty()) {
      throw new Refusal(problems);
    }
    return true;
  }

  private static String name(MethodParameter parameter) {
    RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
    return declared == null || declared.name().isEmpty()
        ? String.valueOf(parameter.getParameter().getName())
        : declared.name();
  }

  @Bean
  JsonMapperBuilderCustomizer exactly() {
    return builder ->
        builder
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }
}
