package taizhang.server.ledger;

import org.jspecify.annotations.Nullable;
import taizhang.books.access.Clearance;

/**
 * Who submits.
 *
 * @param by the person's login, or the program's name
 * @param client scope of idempotency keys: the person's, or the machine's token
 * @param who what the person may do, asked of every entry; null for whoever runs the program on the
 *     machine itself, who is asked nothing
 */
public record Author(String by, String client, @Nullable Clearance who) {

  /** A person who is signed in; keys are the person's own. */
  public static Author person(Clearance who) {
    return new Author(who.login(), who.login(), who);
  }

  /** Whoever runs the program on the machine itself, in a person's name. */
  public static Author operator(String login) {
    return new Author(login, login, null);
  }

  /** The same author with keys of another scope. */
  public Author through(String scope) {
    return new Author(by, scope, who);
  }

  /** A person's posts hold in one town only. */
  void mustBelongTo(String town) {
    if (who != null && !who.town().equals(town)) {
      throw new IllegalArgumentException("posts of " + who.town() + " do not hold in " + town);
    }
  }
}
