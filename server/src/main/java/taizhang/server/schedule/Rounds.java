package taizhang.server.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import taizhang.server.database.Database;
import taizhang.server.matter.Deadlines;
import taizhang.server.matter.Deliveries;
import taizhang.server.matter.Escalation;

/**
 * The rounds of the serving program: keeping deadlines in step with the calendar, climbing the
 * ladders of matters, sending what is queued. Of several programs on one database one at a time
 * does each; the table {@code scheduled_tasks} says which.
 */
@Component
@Lazy(false)
public class Rounds implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final int THREADS = 2;

  private final Scheduler scheduler;
  private boolean running;

  Rounds(
      Database database,
      Deadlines deadlines,
      Escalation escalation,
      Deliveries deliveries,
      @Value("${taizhang.rounds.seconds:60}") int seconds) {
    this.scheduler =
        scheduler(
            database.app(),
            Duration.ofSeconds(seconds),
            List.of(
                round("matters.deadlines", seconds, deadlines::restateAll),
                round("matters.ladders", seconds, escalation::climbAll),
                round("matters.deliveries", seconds, deliveries::sendAll)));
  }

  private static Scheduler scheduler(
      DataSource source, Duration interval, List<RecurringTask<Void>> rounds) {
    return Scheduler.create(source)
        .startTasks(rounds)
        .threads(THREADS)
        .pollingInterval(
            interval.compareTo(Duration.ofSeconds(10)) < 0 ? interval : Duration.ofSeconds(10))
        .build();
  }

  private static RecurringTask<Void> round(String name, int seconds, IntSupplier work) {
    return Tasks.recurring(name, FixedDelay.ofSeconds(seconds))
        .execute((instance, context) -> {
          int done = work.getAsInt();
          if (done > 0) {
            LOG.info("{}: {}", name, done);
          }
        });
  }

  @Override
  public void start() {
    scheduler.start();
    running = true;
  }

  @Override
  public void stop() {
    scheduler.stop();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
