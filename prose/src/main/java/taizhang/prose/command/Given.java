package taizhang.prose.command;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import taizhang.prose.Options;
import taizhang.prose.catalogue.Catalogue;
import taizhang.prose.catalogue.CatalogueFile;
import taizhang.prose.input.InputRefusedException;
import taizhang.prose.input.InputRefusedException.Reason;

/** What the command line tells the reader beforehand. */
final class Given {

  private Given() {}

  static Options options(int year, @Nullable String catalogue) throws InputRefusedException {
    if (catalogue == null) {
      return new Options(year, Catalogue.NONE);
    }
    try {
      return new Options(year, CatalogueFile.read(Path.of(catalogue)));
    } catch (IOException e) {
      throw new InputRefusedException(Reason.BAD_CATALOGUE, catalogue);
    }
  }
}
