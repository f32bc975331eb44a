package taizhang.server.ledger;

import taizhang.books.entry.EntryBytes;
import taizhang.books.entry.Image;
import tools.jackson.databind.json.JsonMapper;

/** Images as the database keeps them. */
public final class ImageText {

  private ImageText() {}

  public static Image read(String json) {
    return Image.EMPTY.with(EntryBytes.readPatch(JsonMapper.shared().readTree(json)));
  }

  static String write(Image image) {
    return EntryBytes.patch(image.fields()).toString();
  }
}
