package taizhang.server.matter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A mail server that speaks as much SMTP as it takes to be handed a letter, or to refuse one. */
final class Mailbox implements AutoCloseable {

  private final ServerSocket door;
  private final List<String> letters = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean full;

  Mailbox() throws IOException {
    door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::receive);
  }

  int port() {
    return door.getLocalPort();
  }

  /** What was taken, as it came over the wire. */
  List<String> letters() {
    return List.copyOf(letters);
  }

  void full(boolean now) {
    full = now;
  }

  private void receive() {
    while (!door.isClosed()) {
      try (Socket caller = door.accept()) {
        talk(caller);
      } catch (IOException e) {
        if (door.isClosed()) {
          return;
        }
      }
    }
  }

  private void talk(Socket caller) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
    PrintWriter out = new PrintWriter(caller.getOutputStream(), true, StandardCharsets.UTF_8);
    say(out, "220 mailbox");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("DATA")) {
        say(out, "354 go on");
        letters.add(text(in));
        say(out, "250 taken");
      } else if (line.startsWith("RCPT") && full) {
        say(out, "452 mailbox full");
      } else {
        say(out, line.startsWith("QUIT") ? "221 bye" : "250 ok");
      }
    }
  }

  private static void say(PrintWriter out, String line) {
    out.print(line + "\r\n");
    out.flush();
  }

  private static String text(BufferedReader in) throws IOException {
    StringBuilder letter = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      letter.append(line).append('\n');
    }
    return letter.toString();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
