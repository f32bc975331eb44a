package taizhang.bench.books;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts statements by what Spring logs of them. */
final class StatementCount extends AppenderBase<ILoggingEvent> {

  private final AtomicLong statements = new AtomicLong();

  private StatementCount() {}

  /** How many statements some work sends to the database. */
  static long during(Runnable work) {
    StatementCount count = new StatementCount();
    Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    count.start();
    logger.setAdditive(false);
    logger.setLevel(Level.DEBUG);
    logger.addAppender(count);
    try {
      work.run();
    } finally {
      logger.setLevel(null);
      logger.detachAppender(count);
    }
    return count.statements.get();
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getMessage().startsWith("Executing prepared SQL statement")) {
      statements.incrementAndGet();
    }
  }
}
