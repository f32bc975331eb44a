package taizhang.server.web.signin;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import taizhang.server.access.Account;
import taizhang.server.access.Session;

/**
 * Somebody signed in with a browser. What the person may do is asked of the books, town by town.
 */
final class SignedIn extends AbstractAuthenticationToken {

  private final transient Session session;

  SignedIn(Session session) {
    super(List.of());
    this.session = session;
    setAuthenticated(true);
  }

  Session session() {
    return session;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Account getPrincipal() {
    return session.account();
  }

  @Override
  public String getName() {
    return session.account().login();
  }
}
