package taizhang.bench.books;

/** Bytes the books take, with their indexes; without the write-ahead log. */
final class Disk {

  private final OpenBooks books;

  Disk(OpenBooks books) {
    this.books = books;
  }

  /** Of all tables of the books. */
  long bytes() {
    return books
        .owner()
        .sql(
            """
            select sum(pg_total_relation_size(t::regclass))::bigint
            from unnest(array['head', 'entry', 'record', 'record_key', 'posting', 'balance']) as t
            """)
        .query(Long.class)
        .single();
  }

  /** Of each table, in words. */
  String tables() {
    return books
        .owner()
        .sql(
            """
            select string_agg(t || ' ' || pg_size_pretty(pg_total_relation_size(t::regclass)), ', ')
            from unnest(array['entry', 'record', 'posting', 'balance']) as t
            """)
        .query(String.class)
        .single();
  }
}
