package taizhang.prose.command;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import taizhang.prose.Options;
import taizhang.prose.Reading;
import taizhang.prose.ReportReader;
import taizhang.prose.catalogue.Catalogue;
import taizhang.prose.catalogue.CatalogueFile;
import taizhang.prose.input.InputRefusedException;
import taizhang.prose.input.InputRefusedException.Reason;
import taizhang.prose.input.ReportFile;

/** What both commands are told: the report, the year, the indicators, the form of the answer. */
final class Given {

  /** The system property that names a table of the indicators of the installed packs. */
  private static final String INSTALLED = "taizhang.indicators";

  @Parameters(paramLabel = "FILE", description = "a .txt or .docx; - reads the standard input")
  private String file = "-";

  @Option(names = "--json", description = "one JSON object")
  private boolean json;

  @Option(names = "--year", paramLabel = "Y", description = "the year the report looks back on")
  private int year;

  @Option(
      names = "--catalogue",
      paramLabel = "FILE",
      description = "indicators to match claims with, TSV or JSON; by default those of the packs")
  private @Nullable String catalogue;

  String file() {
    return file;
  }

  boolean json() {
    return json;
  }

  ReportFile report() throws InputRefusedException {
    return ReportFile.read(file);
  }

  Reading read(ReportFile report) throws InputRefusedException {
    return ReportReader.read(report.source(), new Options(year, catalogue()));
  }

  private Catalogue catalogue() throws InputRefusedException {
    String table = catalogue == null ? System.getProperty(INSTALLED, "") : catalogue;
    if (table.isEmpty()) {
      return Catalogue.NONE;
    }
    try {
      return CatalogueFile.read(Path.of(table));
    } catch (IOException e) {
      throw new InputRefusedException(Reason.BAD_CATALOGUE, table);
    }
  }
}
