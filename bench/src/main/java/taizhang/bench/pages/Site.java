package taizhang.bench.pages;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program serving the books of the demonstration, and a person's browser before it. */
final class Site implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("http://[0-9.]+:[0-9]+");
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final Process process;
  private final String address;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  private Site(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** Serves the books in a directory; loads them where there are none. */
  static Site over(Path home, Path data) throws IOException {
    boolean loaded = Files.exists(data.resolve("demo-sign-ins.txt"));
    Path out = home.resolve("bench/target/demo-out");
    List<String> words =
        loaded
            ? List.of("serve", "--port", "0", "--data", data.toString())
            : List.of("demo", "--port", "0", "--data", data.toString(), "--out", out.toString());
    ProcessBuilder command = new ProcessBuilder(home.resolve("taizhang").toString());
    command.command().addAll(words);
    Files.createDirectories(home.resolve("bench/target"));
    command.redirectError(home.resolve("bench/target/pages.log").toFile());
    Process process = command.start();
    return new Site(process, address(process.inputReader()));
  }

  private static String address(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher found = ADDRESS.matcher(line);
      if (found.find()) {
        return found.group();
      }
    }
    throw new IOException(
        "the server ended without saying where it is: see bench/target/pages.log");
  }

  void signIn(String login, String password) throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(get("/sign-in"));
    if (!token.find()) {
      throw new IOException("no form to sign in");
    }
    String form =
        "_csrf=%s&login=%s&password=%s"
            .formatted(encoded(token.group(1)), encoded(login), encoded(password));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    int status = client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    if (status != 302) {
      throw new IOException(login + " was not let in: " + status);
    }
  }

  String get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
    var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answers " + answer.statusCode());
    }
    return answer.body();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
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
