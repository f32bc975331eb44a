package taizhang.server.web.read;

/**
 * An indicator a claim may speak of.
 *
 * @param score how alike the names are, in percent
 */
public record Candidate(String code, String title, String unit, String score) {}
