package org.vocstream.report.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vocstream.elasticsearch.ReportRun;
import org.vocstream.statistics.Period;

/** Against a real mail server in this process. */
final class MailCourierIT {
  private static final Parcel PARCEL =
      new Parcel(
          new ReportRun.Id("weekly", Period.parse("2026-W43"), 2),
          "沐禾",
          List.of("包装：落后 绮澜 12.3 分。", "物流：样本不足。"),
          new TreeMap<>(
              Map.of(
                  "周报.pdf", "%PDF".getBytes(StandardCharsets.UTF_8),
                  "weekly.html", "<p>沐禾</p>".getBytes(StandardCharsets.UTF_8))));

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void sendsFindingsAndFiles() throws Exception {
    server.setUser("voc", "correct horse");
    new MailCourier(Map.of("U", "voc", "P", "correct horse")).send(PARCEL, to("U", "P"));
    MimeMessage[] received = server.getReceivedMessages();
    // One copy for each of the two recipients.
    assertThat(received).hasSize(2);
    assertThat(received[0].getSubject())
        .isEqualTo("VoC Stream 听声 · 沐禾 · 2026-10-19..2026-10-25 · 修订 revision 2");
    MimeMultipart parts = (MimeMultipart) received[0].getContent();
    assertThat(parts.getCount()).isEqualTo(3);
    assertThat((String) parts.getBodyPart(0).getContent()).contains("落后 绮澜 12.3 分", "样本不足");
    BodyPart html = parts.getBodyPart(1);
    assertThat(html.getContentType()).startsWith("text/html");
    assertThat(new String(html.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("<p>沐禾</p>");
    assertThat(MimeUtility.decodeText(parts.getBodyPart(2).getFileName())).isEqualTo("周报.pdf");
  }

  @Test
  void saysThatThePasswordIsRefused() {
    server.getManagers().getUserManager().setAuthRequired(true);
    server.setUser("voc", "correct horse");
    assertThatThrownBy(
            () -> new MailCourier(Map.of("U", "voc", "P", "guess")).send(PARCEL, to("U", "P")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("refuses the user or password in U, P")
        .hasMessageNotContaining("guess");
  }

  @Test
  void saysThatNobodyIsThere() {
    Destination.Mail to = to(null, null);
    server.stop();
    assertThatThrownBy(() -> new MailCourier(Map.of()).send(PARCEL, to))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the mail server 127.0.0.1")
        .hasMessageNotContaining("boss");
  }

  /** The server here speaks no TLS, so nothing may be sent. */
  @Test
  void sendsNothingUnprotected() {
    Destination.Mail open = to(null, null);
    Destination.Mail starttls =
        new Destination.Mail(
            open.host(),
            open.port(),
            Destination.Security.STARTTLS,
            open.from(),
            open.to(),
            null,
            null);
    assertThatThrownBy(() -> new MailCourier(Map.of()).send(PARCEL, starttls))
        .isInstanceOf(IOException.class);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  private Destination.Mail to(String user, String password) {
    return new Destination.Mail(
        "127.0.0.1",
        server.getSmtp().getPort(),
        Destination.Security.NONE,
        "voc@example.org",
        List.of("boss@example.org", "chief@example.org"),
        user,
        password);
  }
}
