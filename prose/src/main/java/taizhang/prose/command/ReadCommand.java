package taizhang.prose.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import taizhang.prose.Options;
import taizhang.prose.Reading;
import taizhang.prose.ReportReader;
import taizhang.prose.text.SourceText;

/** Reads a report; a stub until the command line is written. */
public final class ReadCommand {
  public static void main(String[] args) throws Exception {
    String text = Files.readString(Path.of(args[0]));
    Reading r = ReportReader.read(new SourceText(args[0], text), Options.NONE);
    System.out.write(ReadingJson.of(r, "").getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }
}
