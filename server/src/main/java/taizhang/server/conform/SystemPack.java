package taizhang.server.conform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The text of the system pack as installed. */
@Component
class SystemPack {

  private final Path file;

  SystemPack(@Value("${taizhang.packs}") Path packs) {
    this.file = packs.resolve("system/pack.yaml");
  }

  String yaml() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
