package taizhang.server.command;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import taizhang.server.demo.DemoMark;
import taizhang.server.exchange.Exports;

/** {@code export --town T --ledger P/L FILE}: a ledger's records as a table. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {

  @Option(names = "--town", required = true, paramLabel = "T")
  private String town = "";

  @Option(names = "--ledger", required = true, paramLabel = "P/L")
  private String ledger = "";

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(names = "--gb18030")
  private boolean chineseEncoding;

  private final Taizhang taizhang;

  ExportCommand(Taizhang taizhang) {
    this.taizhang = taizhang;
  }

  @Override
  public Integer call() {
    String name = file.toString().toLowerCase(Locale.ROOT);
    boolean workbook = name.endsWith(".xlsx");
    if (!workbook && !name.endsWith(".csv")) {
      throw Stop.refused("export.kind", file);
    }
    Exports.Kind kind = workbook ? Exports.Kind.XLSX : Exports.Kind.CSV;
    Charset charset = chineseEncoding ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
    int[] count = {0};
    try (Program program = taizhang.open()) {
      Exports exports = program.get(Exports.class);
      String mark = program.get(DemoMark.class).on(town) ? "演示数据" : "";
      OutFile.write(
          file,
          partial ->
              count[0] =
                  exports.write(town, ledger.replace('/', '.'), partial, kind, charset, mark));
    }
    taizhang.console().say("export.done", file, count[0]);
    return Exit.DONE;
  }
}
