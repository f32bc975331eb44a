package taizhang.server.town;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import taizhang.server.database.Database;

/**
 * The one way to the tables of the books: a transaction that names the towns it may see. The
 * database itself hides all others, whatever a query forgets.
 */
@Component
public class TownScope {

  private final JdbcClient sql;
  private final TransactionTemplate reading;
  private final TransactionTemplate writing;

  /** The towns that the transaction of this thread sees now; a reading inside it asks no more. */
  private final ThreadLocal<@Nullable String> seen = new ThreadLocal<>();

  public TownScope(Database database) {
    DataSource app = database.app();
    DataSourceTransactionManager transactions = new DataSourceTransactionManager(app);
    this.sql = JdbcClient.create(app);
    this.writing = new TransactionTemplate(transactions);
    this.reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
    reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** Reads one town at one instant; readings inside readings share it. */
  public <T> T read(Town town, Function<JdbcClient, T> work) {
    return read(List.of(town), work);
  }

  /** Reads several towns at one instant. */
  public <T> T read(Collection<Town> towns, Function<JdbcClient, T> work) {
    return within(reading, towns, work);
  }

  /** Writes one town; committed on return, undone where the work throws. */
  public <T> T write(Town town, Function<JdbcClient, T> work) {
    return within(writing, List.of(town), work);
  }

  /** Writes one town and undoes it: what would have come of it. */
  public <T> T preview(Town town, Function<JdbcClient, T> work) {
    return writing.execute(status -> {
      status.setRollbackOnly();
      return within(writing, List.of(town), work);
    });
  }

  private <T> T within(
      TransactionTemplate template, Collection<Town> towns, Function<JdbcClient, T> work) {
    String list =
        towns.stream().map(t -> Integer.toString(t.id())).collect(Collectors.joining(","));
    String around = seen.get();
    T result =
        template.execute(status -> list.equals(around) ? work.apply(sql) : see(list, around, work));
    return java.util.Objects.requireNonNull(result);
  }

  /** Sees these towns while the work goes on, and then again those seen around it. */
  private <T> T see(String list, @Nullable String around, Function<JdbcClient, T> work) {
    set(list);
    boolean seenAgain = false;
    try {
      T result = work.apply(sql);
      if (around != null) {
        set(around);
        seenAgain = true;
      }
      return result;
    } finally {
      // What ends badly undoes the transaction; whoever reads on in it names the towns again.
      if (!seenAgain) {
        seen.remove();
      }
    }
  }

  private void set(String list) {
    sql.sql("select set_config('taizhang.towns', ?, true)")
        .param(list)
        .query(String.class)
        .single();
    seen.set(list);
  }
}
