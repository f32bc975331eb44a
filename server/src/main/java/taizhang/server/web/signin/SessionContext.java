package taizhang.server.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import taizhang.server.access.Sessions;

/** Who a request comes from, by its session cookie. */
final class SessionContext implements SecurityContextRepository {

  private final Sessions sessions;

  SessionContext(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(request);
  }

  @Override
  @Deprecated
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return new Deferred(holder.getRequest()).get();
  }

  /** Sessions begin and end on the sign-in pages alone. */
  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return SessionCookie.read(request).isPresent();
  }

  private final class Deferred implements DeferredSecurityContext {

    private final HttpServletRequest request;
    private boolean generated;

    private Deferred(HttpServletRequest request) {
      this.request = request;
    }

    @Override
    public SecurityContext get() {
      return SessionCookie.read(request)
          .flatMap(sessions::find)
          .<SecurityContext>map(session -> new SecurityContextImpl(new SignedIn(session)))
          .orElseGet(() -> {
            generated = true;
            return SecurityContextHolder.createEmptyContext();
          });
    }

    @Override
    public boolean isGenerated() {
      return generated;
    }
  }
}
