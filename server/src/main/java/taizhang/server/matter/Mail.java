package taizhang.server.matter;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends letters by SMTP, where the operator says through which server: {@code taizhang.mail.host},
 * {@code .port} (25), {@code .from}; {@code .user} and {@code .password} where it asks for them;
 * {@code .security} {@code starttls} (which is demanded then), {@code tls} or {@code none}. Without
 * a host nothing is sent.
 */
@Component
class Mail {

  private static final String PATIENCE_MILLIS = "10000";

  private final String from;
  private final String user;
  private final String password;
  private final Properties settings = new Properties();
  private final boolean on;

  Mail(
      @Value("${taizhang.mail.host:}") String host,
      @Value("${taizhang.mail.port:25}") int port,
      @Value("${taizhang.mail.from:}") String from,
      @Value("${taizhang.mail.user:}") String user,
      @Value("${taizhang.mail.password:}") String password,
      @Value("${taizhang.mail.security:none}") String security) {
    this.from = from;
    this.user = user;
    this.password = password;
    this.on = !host.isBlank() && isAddress(from);
    settings.setProperty("mail.smtp.host", host);
    settings.setProperty("mail.smtp.port", Integer.toString(port));
    settings.setProperty("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
    settings.setProperty("mail.smtp.ssl.enable", Boolean.toString(security.equals("tls")));
    settings.setProperty(
        "mail.smtp.starttls.enable", Boolean.toString(security.equals("starttls")));
    settings.setProperty(
        "mail.smtp.starttls.required", Boolean.toString(security.equals("starttls")));
    for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      settings.setProperty("mail.smtp." + wait, PATIENCE_MILLIS);
    }
  }

  /** True where a letter may be sent to an address. */
  boolean allows(String address) {
    return on && isAddress(address);
  }

  private static boolean isAddress(String address) {
    try {
      new InternetAddress(address, true).validate();
      return address.indexOf('@') > 0;
    } catch (AddressException e) {
      return false;
    }
  }

  /**
   * Sends a letter.
   *
   * @param number by which a mailbox knows it again where it is sent twice
   * @return what went wrong, null where the server took it
   */
  @Nullable String send(String to, String subject, String text, String number) {
    try {
      MimeMessage letter = new Numbered(Session.getInstance(settings), number);
      letter.setFrom(new InternetAddress(from));
      letter.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
      letter.setSubject(subject, StandardCharsets.UTF_8.name());
      letter.setText(text, StandardCharsets.UTF_8.name());
      if (user.isEmpty()) {
        Transport.send(letter);
      } else {
        Transport.send(letter, user, password);
      }
      return null;
    } catch (MessagingException e) {
      return "未送达：" + e.getClass().getSimpleName();
    }
  }

  /** A letter whose number is ours, so that it is the same when it is sent again. */
  private static final class Numbered extends MimeMessage {

    private final String number;

    Numbered(Session session, String number) {
      super(session);
      this.number = number;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + number + "@taizhang>");
    }
  }
}
