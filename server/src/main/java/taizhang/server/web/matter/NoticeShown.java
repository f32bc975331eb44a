package taizhang.server.web.matter;

/**
 * Something a person was told.
 *
 * @param light class of its light
 * @param fresh true where the person has not seen it
 */
public record NoticeShown(String say, String href, String light, String at, boolean fresh) {}
