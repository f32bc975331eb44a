package taizhang.books.wording;

/** Words in quotation marks, those within as single ones (GB/T 15834—2011, 4.8.3.2). */
public final class Quotation {

  private Quotation() {}

  /** The words in quotation marks. */
  public static String of(String words) {
    return "“" + words.replace('“', '‘').replace('”', '’') + "”";
  }
}
