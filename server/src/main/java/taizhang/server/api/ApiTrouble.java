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
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.Refusal;

/** Problem details (RFC 9457): each thing that is wrong, the field it is in, what to do. */
@RestControllerAdvice(basePackages = "taizhang.server.api")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiTrouble {

  private static final Logger LOG = LoggerFactory.getLogger(ApiTrouble.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Refusal refusal) {
    HttpStatus status =
        switch (refusal.code().number() / 100) {
          case 1 -> HttpStatus.UNPROCESSABLE_CONTENT;
          case 2 -> HttpStatus.NOT_FOUND;
          case 3 -> HttpStatus.CONFLICT;
          case 5 -> HttpStatus.FORBIDDEN;
          default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    ProblemDetail detail = ProblemDetail.forStatus(status);
    detail.setTitle("没有办成，账上什么也没有改动");
    detail.setDetail(refusal.text(Locale.CHINESE));
    detail.setProperty("problems", refusal.problems().stream().map(ApiTrouble::line).toList());
    return answer(detail);
  }

  private static Map<String, Object> line(Problem problem) {
    return Map.of(
        "code", problem.code().number(),
        "name", problem.code().name(),
        "item", problem.item(),
        "field", problem.field() == null ? "" : problem.field(),
        "message", problem.message(Locale.CHINESE),
        "english", problem.message(Locale.ENGLISH));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> failed(Exception failure) {
    if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      return answer(unread(HttpStatus.valueOf(known.getStatusCode().value()), failure));
    }
    if (failure instanceof HttpMessageNotReadableException
        || failure instanceof TypeMismatchException
        || failure instanceof RequestRejectedException
        || failure instanceof InvalidParameterException) {
      return answer(unread(HttpStatus.BAD_REQUEST, failure));
    }
    LOG.error("an API call failed", failure);
    ProblemDetail detail = ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR);
    detail.setTitle("系统出错了");
    detail.setDetail("账上什么也没有改动，请稍后再试。");
    return answer(detail);
  }

  private static ProblemDetail unread(HttpStatus status, Exception failure) {
    ProblemDetail detail = ProblemDetail.forStatus(status);
    detail.setTitle("看不懂这个请求");
    detail.setDetail(first(failure.getMessage()));
    detail.setProperty("problems", List.of());
    return detail;
  }

  private static String first(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail) {
    return ResponseEntity.status(detail.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(detail);
  }
}
