package taizhang.server.web.report;

import java.util.List;
import taizhang.server.report.Drafting;
import taizhang.server.report.ParagraphEdition;
import taizhang.server.report.Pinned;
import taizhang.server.web.Panel;

/** What stands beside the paper. */
public sealed interface Side {

  /** A number, opened. */
  record Figure(Panel panel) implements Side {}

  /**
   * A number whose reader may not see what is behind it.
   *
   * @param n its number on the paper
   */
  record Closed(int n, String title, String words, String caliber) implements Side {}

  /**
   * A paragraph: what was found in it, said about it and done to it.
   *
   * @param editions how it came to read as it does, newest first
   * @param lastYear what last year's report said in the same chapter
   * @param departments that can be asked for it
   */
  record Passage(
      String paragraph,
      List<ParagraphEdition> editions,
      LastYear lastYear,
      List<String> departments)
      implements Side {
    public Passage {
      editions = List.copyOf(editions);
      departments = List.copyOf(departments);
    }
  }

  /**
   * The report as a whole.
   *
   * @param tab which of its lists
   * @param differences what the books give otherwise now than the version shown
   * @param removed paragraphs that were taken out of the draft
   */
  record Whole(Tab tab, List<Pinned.Difference> differences, List<Drafting.Removed> removed)
      implements Side {
    public Whole {
      differences = List.copyOf(differences);
      removed = List.copyOf(removed);
    }
  }

  /** Lists about the report. */
  enum Tab {
    ABOUT("概况"),
    CHECKS("校核"),
    NUMBERS("数据"),
    TALKS("意见"),
    WORK("分工"),
    VERSIONS("版本");

    private final String title;

    Tab(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Tab of(String code) {
      return List.of(values()).stream()
          .filter(tab -> tab.code().equals(code))
          .findFirst()
          .orElse(ABOUT);
    }
  }
}
