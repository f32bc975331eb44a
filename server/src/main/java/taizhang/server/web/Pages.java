package taizhang.server.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

/** Renders views by the names of their templates, compiled with the program. */
@Configuration(proxyBeanMethods = false)
class Pages {

  private static final String PACKAGE = "taizhang.server.jte";

  @Bean
  TemplateEngine templates() {
    return TemplateEngine.createPrecompiled(
        null, ContentType.Html, Pages.class.getClassLoader(), PACKAGE);
  }

  /**
   * Chinese, or English for whoever chose so on a page; what a browser asks for by itself is
   * nothing to us.
   */
  @Bean
  LocaleResolver localeResolver() {
    return new Chosen();
  }

  private record Chosen() implements LocaleResolver {

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
      return Frames.english(request) ? Locale.ENGLISH : Locale.CHINESE;
    }

    @Override
    public void setLocale(
        HttpServletRequest request,
        @Nullable HttpServletResponse response,
        @Nullable Locale locale) {
      throw new UnsupportedOperationException("chosen on a page");
    }
  }

  @Bean
  ViewResolver jteViews(TemplateEngine templates, Frames frames) {
    return new Resolver(templates, frames);
  }

  private record Resolver(TemplateEngine templates, Frames frames)
      implements ViewResolver, Ordered {

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
      if (name.startsWith("redirect:")) {
        return new RedirectView(name.substring("redirect:".length()), false, true, false);
      }
      String template = name + ".jte";
      return templates.hasTemplate(template) ? new JteView(templates, frames, template) : null;
    }

    @Override
    public int getOrder() {
      return HIGHEST_PRECEDENCE;
    }
  }

  /** Takes only the parameters a template declares; the model carries others of Spring's own. */
  private record JteView(TemplateEngine templates, Frames frames, String template) implements View {

    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      Map<String, Object> params = new java.util.HashMap<>(model == null ? Map.of() : model);
      Set<String> wanted = templates.getParamInfo(template).keySet();
      if (wanted.contains("frame")) {
        params.put("frame", frames.around(request));
      }
      params.keySet().retainAll(wanted);
      response.setContentType(getContentType());
      if (Frames.english(request)) {
        EnglishOutput page = new EnglishOutput();
        templates.render(template, params, page);
        response.getWriter().write(page.english());
        return;
      }
      Utf8ByteOutput output = new Utf8ByteOutput();
      templates.render(template, params, output);
      response.setContentLength(output.getContentLength());
      output.writeTo(response.getOutputStream());
    }
  }
}
