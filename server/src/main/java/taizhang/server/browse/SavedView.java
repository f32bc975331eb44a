package taizhang.server.browse;

/**
 * A way of looking at a ledger that somebody keeps.
 *
 * @param login whose it is
 * @param title what its tab says
 * @param query filters, order and columns as the page's address has them
 * @param shared true where everybody who reads the ledger is offered it
 */
public record SavedView(long id, String login, String title, String query, boolean shared) {}
