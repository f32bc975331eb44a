package taizhang.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import taizhang.books.refusal.Refusal;
import taizhang.server.api.ApiProblem;

/**
 * What went wrong, in plain words with a way on; before the framework's own answer, which is for
 * machines and is left to them.
 */
@ControllerAdvice
@Order(-1)
class Trouble {

  private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);

  @ExceptionHandler
  ModelAndView refused(Refusal refusal) {
    HttpStatus status =
        switch (refusal.code().number() / 100) {
          case 1 -> HttpStatus.BAD_REQUEST;
          case 2 -> HttpStatus.NOT_FOUND;
          case 3 -> HttpStatus.CONFLICT;
          case 5 -> HttpStatus.FORBIDDEN;
          default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    String title =
        switch (status) {
          case NOT_FOUND -> "没有找到";
          case FORBIDDEN -> "无权查看";
          default -> "没有办成";
        };
    return page(status, title, refusal.text(English.locale()).lines().toList());
  }

  @ExceptionHandler
  Object failed(Exception failure, HttpServletRequest request) {
    if (failure instanceof ErrorResponse answer && request.getRequestURI().startsWith("/api/")) {
      return ApiProblem.unread(answer.getStatusCode().value(), "").answer();
    }
    if (failure instanceof ErrorResponse answer && answer.getStatusCode().is4xxClientError()) {
      HttpStatus status = HttpStatus.valueOf(answer.getStatusCode().value());
      if (status == HttpStatus.CONTENT_TOO_LARGE) {
        return page(status, "文件太大", List.of("一次最多上传 20 MB；什么也没有保存。请压缩或拆成几份再传。"));
      }
      return status == HttpStatus.NOT_FOUND
          ? page(status, "没有这一页", List.of("地址可能写错了，或者这一页还没有建好。"))
          : page(status, "看不懂这个请求", List.of("请从页面上的链接进入；账上什么也没有改动。"));
    }
    if (failure instanceof RequestRejectedException
        || failure instanceof InvalidParameterException) {
      return page(HttpStatus.BAD_REQUEST, "看不懂这个请求", List.of("请从页面上的链接进入；账上什么也没有改动。"));
    }
    LOG.error("a page failed", failure);
    return page(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "系统出错了",
        List.of("这一页没有显示出来，账上什么也没有改动。请稍后再试；仍不行时，请把时间告诉管理员。"));
  }

  private ModelAndView page(HttpStatus status, String title, List<String> lines) {
    ModelAndView page = new ModelAndView("trouble", status);
    page.addObject("title", title);
    page.addObject("lines", lines);
    return page;
  }
}
