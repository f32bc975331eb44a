package taizhang.server.ledger;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the books need from around them: the time, and the keys of the data directory. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

  @Bean
  InstantSource clock() {
    return Clock.systemUTC();
  }

  @Bean
  MasterKeys masterKeys(@Value("${taizhang.data}") Path data) {
    return MasterKeys.in(data);
  }
}
