package taizhang.server.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import taizhang.books.access.Role;
import taizhang.books.pack.Packs;
import taizhang.prose.Options;
import taizhang.prose.ReportReader;
import taizhang.prose.catalogue.Catalogue;
import taizhang.prose.finding.Finding;
import taizhang.prose.finding.Severity;
import taizhang.prose.text.SourceText;
import taizhang.server.access.Accounts;
import taizhang.server.access.Passwords;
import taizhang.server.audit.Verification;
import taizhang.server.audit.VerificationResult;
import taizhang.server.demo.Demo;
import taizhang.server.demo.DemoLoader;
import taizhang.server.demo.DemoMark;
import taizhang.server.demo.DemoSignIns;
import taizhang.server.demo.DemoTown;
import taizhang.server.facts.FactCheck;
import taizhang.server.facts.Facts;
import taizhang.server.report.Composition;
import taizhang.server.report.Outline;
import taizhang.server.town.Towns;

/**
 * The main job: three townships opened, what happened in them entered, their reports composed, all
 * of it checked.
 */
final class DemoRun {

  private static final String BY = DemoMark.AUTHOR;

  private final Taizhang taizhang;
  private final Console console;
  private final Program program;
  private final Path out;
  private final Ending ending;
  private boolean sound = true;

  DemoRun(Taizhang taizhang, Program program, Path out, Ending ending) {
    this.taizhang = taizhang;
    this.console = taizhang.console();
    this.program = program;
    this.out = out;
    this.ending = ending;
  }

  /** Runs it all; true where every fact holds and every book is sound. */
  boolean run() {
    Packs packs = Packs.read(taizhang.setting().packs());
    Demo demo = Demo.read(taizhang.setting().home().resolve("demo"), packs);
    long begun = System.nanoTime();
    DemoLoader.Loaded loaded;
    try (Progress progress = console.progress("demo.loading", demo.towns().size())) {
      loaded = new DemoLoading(program, demo, packs, progress, ending).run(BY);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    loaded(demo.towns().size(), loaded.fresh(), loaded.again(), seconds);
    List<Path> files = new ArrayList<>();
    for (DemoTown town : demo.towns()) {
      ending.here();
      files.add(report(town));
      facts(demo, town);
      verify(town);
    }
    console.say("demo.files", out.toAbsolutePath().normalize());
    files.forEach(file -> console.print("  " + file));
    signIns(demo);
    return sound;
  }

  /** One of each role, of the first town; the file has those of all. */
  private void signIns(Demo demo) {
    DemoSignIns signIns =
        new DemoSignIns(program.get(Accounts.class), program.get(Passwords.class), taizhang.data());
    List<DemoSignIns.SignIn> all = signIns.admit(demo.towns());
    console.say("demo.signins", signIns.file());
    all.stream()
        .limit(Role.values().length)
        .forEach(
            s -> console.print("  %-8s %-14s %s".formatted(s.role(), s.login(), s.password())));
  }

  private void loaded(int towns, int fresh, int again, double seconds) {
    if (fresh == 0) {
      console.say("demo.reused", towns, again, taizhang.data());
    } else {
      console.say("demo.loaded", towns, fresh, Math.round(fresh / Math.max(seconds, 0.001)), again);
    }
  }

  private Path report(DemoTown town) {
    Papers papers = new Papers(program);
    Outline outline = papers.keep(taizhang.setting().demo(town.code()).resolve("report.yaml"), BY);
    Composition report = papers.compose(town.code(), outline.year());
    Path file = out.resolve(report.outline().title() + ".docx");
    Papers.write(report, file, true);
    ComposeCommand.say(console, report, file);
    sound &= report.problems().isEmpty();
    check(report);
    return file;
  }

  /** Reads the report as its readers will. */
  private void check(Composition report) {
    String title = report.outline().title();
    String text =
        report.lines().stream().map(Composition.Line::text).collect(Collectors.joining("\n"));
    List<Finding> findings =
        ReportReader.read(
                new SourceText(title, text), new Options(report.outline().year(), Catalogue.NONE))
            .findings();
    long errors = findings.stream().filter(f -> f.severity() == Severity.E).count();
    sound &= errors == 0;
    console.say("demo.checked", title, findings.size(), errors);
    findings.forEach(f -> console.say("demo.finding", f.severity(), f.text(), f.message()));
  }

  private void facts(Demo demo, DemoTown town) {
    List<FactCheck> checks = program.get(Facts.class).check(town.code(), demo.facts(town.code()));
    long ok = checks.stream().filter(FactCheck::ok).count();
    sound &= ok == checks.size();
    console.say("demo.facts", town.name(), ok, checks.size(), town.code());
  }

  private void verify(DemoTown town) {
    VerificationResult result = program.get(Verification.class).verify(town.code());
    sound &= result.sound();
    VerifyCommand.say(console, program.get(Towns.class).find(town.code()), result);
  }
}
