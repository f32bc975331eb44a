package taizhang.server.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What all passwords of one server derive from, so that only one thing has to be kept. */
record Secret(String value) {

  /** The secret of the home, made on first use and readable by its owner only. */
  static Secret of(Home home) throws IOException {
    if (!Files.exists(home.secret())) {
      var bytes = new byte[32];
      new SecureRandom().nextBytes(bytes);
      var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Path partial = Files.createFile(home.partial(home.secret()), mode);
      Files.writeString(partial, HexFormat.of().formatHex(bytes));
      Files.move(partial, home.secret(), StandardCopyOption.ATOMIC_MOVE);
    }
    return new Secret(Files.readString(home.secret()).strip());
  }

  /** The password of a role: two servers that know the secret agree on it. */
  String passwordOf(String role) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(role.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  @Override
  public String toString() {
    return "Secret";
  }
}
