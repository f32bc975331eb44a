package taizhang.books.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import taizhang.books.laws.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The chain and its bytes against vectors that other programs computed. */
class ChainVectorsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonNode VECTORS = JSON.readTree(Repository.read("docs/vectors/chain.json"));
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void digestsAreThoseOfTheNationalStandard() {
    assertThat(VECTORS.get("sm3"))
        .hasSizeGreaterThanOrEqualTo(5)
        .allSatisfy(v ->
            assertThat(HEX.formatHex(Chain.digest(utf8(v, "text"))))
                .as(v.get("of").stringValue())
                .isEqualTo(v.get("digest").stringValue()));
  }

  @Test
  void canonicalFormIsThatOfRfc8785() {
    assertThat(VECTORS.get("canonical"))
        .hasSizeGreaterThanOrEqualTo(6)
        .allSatisfy(v ->
            assertThat(EntryBytes.canonical(JSON.readTree(v.get("json").stringValue())))
                .as(v.get("of").stringValue())
                .isEqualTo(utf8(v, "canonical")));
  }

  @Test
  void everyEntryOfTheChainIsWrittenAsItWasRead() {
    assertThat(VECTORS.get("chain"))
        .hasSizeGreaterThanOrEqualTo(7)
        .allSatisfy(v ->
            assertThat(EntryBytes.write(EntryBytes.read(utf8(v, "bytes"))))
                .isEqualTo(utf8(v, "bytes")));
  }

  @Test
  void everyHashFollowsFromTheOneBefore() {
    byte[] before = Chain.genesis();
    for (JsonNode v : VECTORS.get("chain")) {
      before = Chain.next(before, utf8(v, "bytes"));
      assertThat(HEX.formatHex(before)).isEqualTo(v.get("hash").stringValue());
    }
  }

  @Test
  void oneLetterChangedAnywhereChangesTheLastHash() {
    for (int at = 0; at < VECTORS.get("chain").size(); at++) {
      assertThat(HEX.formatHex(lastHash(at)))
          .isNotEqualTo(
              VECTORS.get("chain").get(VECTORS.get("chain").size() - 1).get("hash").stringValue());
    }
  }

  private static byte[] lastHash(int tampered) {
    byte[] hash = Chain.genesis();
    for (int n = 0; n < VECTORS.get("chain").size(); n++) {
      byte[] bytes = utf8(VECTORS.get("chain").get(n), "bytes");
      bytes[bytes.length / 2] ^= n == tampered ? (byte) 1 : 0;
      hash = Chain.next(hash, bytes);
    }
    return hash;
  }

  private static byte[] utf8(JsonNode vector, String member) {
    return vector.get(member).stringValue().getBytes(StandardCharsets.UTF_8);
  }
}
