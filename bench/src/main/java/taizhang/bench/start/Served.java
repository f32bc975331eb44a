package taizhang.bench.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that was started and whose first page was answered.
 *
 * @param process the JVM
 * @param seconds from the command to the whole first page
 */
record Served(Process process, double seconds) implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("http://[0-9.]+:[0-9]+");

  /** Starts it as a person does. */
  static Served start(Path home, Path data, boolean cache, HttpClient client)
      throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder(
            home.resolve("taizhang").toString(), "serve", "--port", "0", "--data", data.toString());
    command.environment().put("TAIZHANG_AOT", cache ? "on" : "off");
    command.redirectError(home.resolve("bench/target/serve.log").toFile());
    long begun = System.nanoTime();
    Process process = command.start();
    try {
      URI page = URI.create(address(process.inputReader()) + "/");
      var answer =
          client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 400) {
        throw new IOException(page + " answers " + answer.statusCode());
      }
      return new Served(process, (System.nanoTime() - begun) / 1e9);
    } catch (IOException | InterruptedException e) {
      process.destroy();
      throw e;
    }
  }

  private static String address(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return address.group();
      }
    }
    throw new IOException(
        "the server ended without saying where it is: see bench/target/serve.log");
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
