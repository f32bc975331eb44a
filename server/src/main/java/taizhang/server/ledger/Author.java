package taizhang.server.ledger;

/**
 * Who submits.
 *
 * @param by the person's login, or the program's name
 * @param client scope of idempotency keys: the person's, or the machine's token
 */
public record Author(String by, String client) {

  /** A person; keys are the person's own. */
  public static Author person(String login) {
    return new Author(login, login);
  }
}
