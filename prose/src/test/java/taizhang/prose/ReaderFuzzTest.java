package taizhang.prose;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import taizhang.prose.input.InputRefusedException;
import taizhang.prose.input.ReportFile;

/**
 * Any bytes are a report or are refused, and any text is read. A plain run tries the kept inputs;
 * JAZZER_FUZZ=1 looks for new ones.
 */
class ReaderFuzzTest {

  @FuzzTest(maxDuration = "60s")
  void readsAnyText(FuzzedDataProvider data) {
    Sentences.read(data.consumeRemainingAsString());
  }

  @FuzzTest(maxDuration = "60s")
  void readsOrRefusesAnyBytes(byte[] bytes) {
    try {
      Sentences.read(ReportFile.of("fuzz", bytes).source().text());
    } catch (InputRefusedException expected) {
      // the only way a file may fail
    }
  }
}
