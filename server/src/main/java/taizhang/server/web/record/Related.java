package taizhang.server.web.record;

/**
 * A record that refers to another.
 *
 * @param ledger title of its ledger
 * @param title what people call it
 * @param area name of its area
 * @param state title of its state, empty where its ledger has none
 * @param href where it is
 */
public record Related(String ledger, String title, String area, String state, String href) {}
