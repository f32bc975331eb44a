package taizhang.server.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** What went wrong with a call, told as a problem that names the field and the remedy. */
@RestControllerAdvice(basePackages = "taizhang.server.api")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiTrouble {

  private static final Logger LOG = LoggerFactory.getLogger(ApiTrouble.class);

  private static final Map<String, String> FORMS =
      Map.of(
          "long", "整数",
          "int", "整数",
          "boolean", "true 或 false",
          "localdate", "日期（例：2023-06-30）");

  @ExceptionHandler
  ResponseEntity<ApiProblem> refused(Refusal refusal) {
    return ApiProblem.of(refusal).answer();
  }

  /** A parameter of the wrong form, or one that is missing, is told like any other mistake. */
  @ExceptionHandler
  ResponseEntity<ApiProblem> misread(MethodArgumentTypeMismatchException failure) {
    Class<?> type = failure.getRequiredType();
    String form =
        type == null ? "" : FORMS.getOrDefault(type.getSimpleName().toLowerCase(Locale.ROOT), "");
    String got = String.valueOf(failure.getValue());
    String name = failure.getName();
    return wrong(Problem.of(ProblemCode.WRONG_TYPE, name, form, got), name);
  }

  @ExceptionHandler
  ResponseEntity<ApiProblem> missing(MissingServletRequestParameterException failure) {
    String name = failure.getParameterName();
    return wrong(Problem.of(ProblemCode.MISSING_FIELD, name), name);
  }

  @ExceptionHandler
  ResponseEntity<ApiProblem> missing(MissingServletRequestPartException failure) {
    String name = failure.getRequestPartName();
    return wrong(Problem.of(ProblemCode.MISSING_FIELD, name), name);
  }

  private ResponseEntity<ApiProblem> wrong(Problem problem, String name) {
    return refused(new Refusal(List.of(problem.in(name))));
  }

  @ExceptionHandler
  ResponseEntity<ApiProblem> failed(Exception failure) {
    if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      return ApiProblem.unread(known.getStatusCode().value(), told(failure)).answer();
    }
    if (failure instanceof HttpMessageNotReadableException
        || failure instanceof TypeMismatchException
        || failure instanceof RequestRejectedException
        || failure instanceof InvalidParameterException) {
      return ApiProblem.unread(HttpStatus.BAD_REQUEST.value(), told(failure)).answer();
    }
    LOG.error("an API call failed", failure);
    return ApiProblem.failed().answer();
  }

  /** Where in a body it stopped making sense, as far as the parser can say. */
  private static String told(Exception failure) {
    if (failure.getCause() instanceof JacksonException json) {
      TokenStreamLocation at = json.getLocation();
      String place =
          at == null ? "" : "第 %d 行第 %d 字附近，".formatted(at.getLineNr(), at.getColumnNr());
      return "请求正文不合格式：" + place + first(json.getOriginalMessage());
    }
    return first(failure.getMessage());
  }

  private static String first(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }
}
