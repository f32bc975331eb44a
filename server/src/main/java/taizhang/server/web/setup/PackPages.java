package taizhang.server.web.setup;

import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import taizhang.books.pack.HandoverPage;
import taizhang.books.pack.Pack;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;

/** What is declared: each pack with its ledgers, fields, indicators and their caliber. */
@Controller
class PackPages {

  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser MARKDOWN = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder().extensions(TABLES).escapeHtml(true).sanitizeUrls(true).build();

  private final Rules rules;

  PackPages(Rules rules) {
    this.rules = rules;
  }

  @GetMapping("/{town}/packs")
  String packs(Town town, Model model) {
    model.addAttribute("packs", List.copyOf(rules.of(town).packs().packs()));
    return "setup/packs";
  }

  /** The hand-over page of a pack. */
  @GetMapping("/{town}/packs/{name:[a-z][a-z0-9_]*}")
  String pack(Town town, @PathVariable String name, Model model) {
    TownRules now = rules.of(town);
    Pack pack =
        now.packs().packs().stream()
            .filter(p -> p.name().equals(name))
            .findFirst()
            .orElseThrow(() -> Refusal.of(ProblemCode.UNKNOWN_LEDGER, name, "见业务模块一览"));
    model.addAttribute("pack", pack);
    model.addAttribute("text", html(HandoverPage.markdown(pack, now.packs())));
    return "setup/pack";
  }

  /** Below its title and the note that it is generated. */
  private static String html(String markdown) {
    String body =
        markdown
            .lines()
            .filter(line -> !line.startsWith("# ") && !line.startsWith("<!--"))
            .collect(Collectors.joining("\n"));
    return HTML.render(MARKDOWN.parse(body));
  }
}
