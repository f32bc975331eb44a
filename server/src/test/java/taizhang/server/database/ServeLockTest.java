package taizhang.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeLockTest {

  @TempDir Path data;

  @Test
  void theSecondServerIsToldWhoServes() {
    long pid = ProcessHandle.current().pid();
    try (var serving = ServeLock.take(data, 8080)) {
      assertThatThrownBy(() -> ServeLock.take(data, 8081))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("(process " + pid + ", port 8080)")
          .extracting(e -> ((DatabaseUnavailable) e).message(Locale.CHINA))
          .asString()
          .contains("（进程 " + pid + "，端口 8080）");
      assertThat(ServeLock.holder(data)).contains(new ServeLock.Holder(pid, 8080));
      serving.servingOn(8082);
      assertThat(ServeLock.holder(data)).contains(new ServeLock.Holder(pid, 8082));
    }
    assertThat(ServeLock.holder(data)).isEmpty();
    assertThat(ServeLock.take(data, 8081)).satisfies(ServeLock::close);
  }

  @Test
  void nobodyServesADirectoryThatIsNotThere() {
    assertThat(ServeLock.holder(data.resolve("nowhere"))).isEmpty();
    assertThat(data.resolve("nowhere")).doesNotExist();
  }
}
