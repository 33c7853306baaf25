package org.vocstream.report.schedule;

import jakarta.activation.DataHandler;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.vocstream.elasticsearch.Secrets;

/** By e-mail: key findings as text, the files attached. Safe for several threads. */
final class MailCourier {
  private static final String MILLIS = "30000";
  private static final Map<String, String> TYPES =
      Map.of(
          "pdf", "application/pdf",
          "html", "text/html; charset=utf-8",
          "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final Map<String, String> environment;

  MailCourier(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Sends one message to all.
   *
   * @throws IOException where the server does not take it
   */
  void send(Parcel parcel, Destination.Mail to) throws IOException {
    Session session = Session.getInstance(properties(to));
    try (Transport transport = session.getTransport()) {
      Message message = message(session, parcel, to);
      transport.connect(to.host(), to.port(), secret(to.user()), secret(to.password()));
      transport.sendMessage(message, message.getAllRecipients());
    } catch (AuthenticationFailedException e) {
      throw new IOException(
          place(to) + " refuses the user or password in " + to.user() + ", " + to.password(), e);
    } catch (MessagingException e) {
      // What a server answers may name people: only the first line of its kind is told.
      throw new IOException(place(to) + " did not take it (" + kind(e) + ")", e);
    }
  }

  private String secret(String variable) {
    return variable == null ? null : Secrets.find(environment, variable).orElse(null);
  }

  private static String place(Destination.Mail to) {
    return "the mail server " + to.host() + ":" + to.port();
  }

  private static String kind(MessagingException e) {
    Exception next = e.getNextException();
    return next == null
        ? e.getClass().getSimpleName()
        : e.getClass().getSimpleName() + ", " + next.getClass().getSimpleName();
  }

  private static Properties properties(Destination.Mail to) {
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.connectiontimeout", MILLIS);
    properties.setProperty("mail.smtp.timeout", MILLIS);
    properties.setProperty("mail.smtp.writetimeout", MILLIS);
    properties.setProperty("mail.smtp.auth", String.valueOf(to.user() != null));
    boolean starttls = to.security() == Destination.Security.STARTTLS;
    properties.setProperty("mail.smtp.starttls.enable", String.valueOf(starttls));
    properties.setProperty("mail.smtp.starttls.required", String.valueOf(starttls));
    properties.setProperty(
        "mail.smtp.ssl.enable", String.valueOf(to.security() == Destination.Security.TLS));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.mime.charset", StandardCharsets.UTF_8.name());
    return properties;
  }

  private static Message message(Session session, Parcel parcel, Destination.Mail to)
      throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(new InternetAddress(to.from()));
    for (String recipient : to.to()) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
    }
    message.setSubject(parcel.subject(), StandardCharsets.UTF_8.name());
    // Written by a program: nobody's absence is to be answered.
    message.setHeader("Auto-Submitted", "auto-generated");
    MimeBodyPart text = new MimeBodyPart();
    text.setText(String.join("\n\n", parcel.summary()) + "\n", StandardCharsets.UTF_8.name());
    MimeMultipart parts = new MimeMultipart(text);
    for (Map.Entry<String, byte[]> file : parcel.files().entrySet()) {
      String name = file.getKey();
      String type =
          TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
      MimeBodyPart attachment = new MimeBodyPart();
      attachment.setDataHandler(new DataHandler(new ByteArrayDataSource(file.getValue(), type)));
      attachment.setFileName(encoded(name));
      parts.addBodyPart(attachment);
    }
    message.setContent(parts);
    return message;
  }

  private static String encoded(String name) {
    try {
      return MimeUtility.encodeText(name, "UTF-8", null);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("UTF-8 is always there", e);
    }
  }
}
