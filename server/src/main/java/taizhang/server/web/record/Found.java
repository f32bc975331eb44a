package taizhang.server.web.record;

/**
 * Something found by name.
 *
 * @param value what the form takes
 * @param title what people call it
 * @param more what tells it from others of the name
 */
public record Found(String value, String title, String more) {}
