package taizhang.server.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the statements the program sends to the database. */
public final class Statements {

  private Statements() {}

  /** How many statements some work sends, whatever thread it does so in. */
  public static long during(Runnable work) {
    Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    ListAppender<ILoggingEvent> sent = new ListAppender<>();
    Level before = logger.getLevel();
    boolean additive = logger.isAdditive();
    sent.start();
    logger.addAppender(sent);
    logger.setAdditive(false);
    logger.setLevel(Level.DEBUG);
    try {
      work.run();
      return sent.list.stream()
          .map(ILoggingEvent::getMessage)
          .filter(message -> message.startsWith("Executing prepared SQL statement"))
          .count();
    } finally {
      logger.setLevel(before);
      logger.setAdditive(additive);
      logger.detachAppender(sent);
    }
  }
}
