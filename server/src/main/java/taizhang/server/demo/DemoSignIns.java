package taizhang.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import taizhang.books.access.Role;
import taizhang.server.access.Accounts;
import taizhang.server.access.Passwords;

/**
 * One person of each role in each town of the demonstration may sign in, with a password made on
 * this machine. They are kept in a file beside the database, readable by its owner alone.
 */
public final class DemoSignIns {

  private static final String FILE = "demo-sign-ins.txt";

  private final Accounts accounts;
  private final Passwords passwords;
  private final Path file;

  /**
   * A person who may sign in.
   *
   * @param town name of the town
   * @param role what kind of post
   */
  public record SignIn(String town, String role, String login, String password) {}

  public DemoSignIns(Accounts accounts, Passwords passwords, Path data) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.file = data.resolve(FILE);
  }

  /** Where they are kept. */
  public Path file() {
    return file;
  }

  /** Admits who is not admitted yet; returns all, those of earlier runs from the file. */
  public List<SignIn> admit(List<DemoTown> towns) {
    List<SignIn> all = new ArrayList<>(kept());
    boolean grown = false;
    for (DemoTown town : towns) {
      for (Role role : Role.values()) {
        DemoTown.Staff person = person(town, role);
        if (accounts.find(person.login()).isEmpty()) {
          String password = passwords.generated();
          accounts.admit(person.login(), person.name(), password, false);
          all.add(new SignIn(town.name(), role.title(), person.login(), password));
          grown = true;
        }
      }
    }
    if (grown) {
      keep(all);
    }
    return all;
  }

  private static DemoTown.Staff person(DemoTown town, Role role) {
    String login = town.holder(role);
    return town.staff().stream().filter(s -> s.login().equals(login)).findFirst().orElseThrow();
  }

  private List<SignIn> kept() {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file).stream()
          .map(line -> line.split("\t"))
          .filter(cells -> cells.length == 4)
          .map(cells -> new SignIn(cells[0], cells[1], cells[2], cells[3]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(List<SignIn> all) {
    try {
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.write(
          file,
          all.stream()
              .map(s -> String.join("\t", s.town(), s.role(), s.login(), s.password()))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
