package taizhang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import taizhang.server.web.signin.Device;

/** What the screen calls things. */
class LabelsTest {

  @Test
  void aNumberThatIsComparedStandsInGroupsOfThreeDigits() {
    assertThat(Labels.grouped("82991人次")).isEqualTo("82,991人次");
    assertThat(Labels.grouped("4717万元")).isEqualTo("4,717万元");
    assertThat(Labels.grouped("1234.56亿元")).isEqualTo("1234.56亿元".replace("1234", "1,234"));
    assertThat(Labels.grouped("0.12345亿元")).isEqualTo("0.12345亿元");
    assertThat(Labels.grouped("1,686人")).isEqualTo("1,686人");
    assertThat(Labels.grouped("110人")).isEqualTo("110人");
  }

  @Test
  void aBrowserIsCalledWhatPeopleCallIt() {
    assertThat(
            Device.of(
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0"))
        .isEqualTo("Edge 131 · Windows");
    assertThat(
            Device.of(
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15"
                    + " (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"))
        .isEqualTo("Safari 17 · iPhone");
    assertThat(
            Device.of(
                "Mozilla/5.0 (Linux; Android 14; V2304A) AppleWebKit/537.36 Version/4.0"
                    + " Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.49"))
        .isEqualTo("微信 8 · Android");
    assertThat(Device.of("")).isEqualTo("未知浏览器");
  }
}
