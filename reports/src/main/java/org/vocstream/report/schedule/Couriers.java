package org.vocstream.report.schedule;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.Map;
import org.vocstream.elasticsearch.Secrets;
import org.vocstream.report.format.ReportFiles;

/** To directories, mail servers and webhooks. Safe for several threads. */
final class Couriers implements Courier {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
  private final Map<String, String> environment;
  private final MailCourier mail;

  /**
   * Couriers.
   *
   * @param environment holds users, passwords and the values of headers
   */
  Couriers(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    this.mail = new MailCourier(this.environment);
  }

  @Override
  public void deliver(Parcel parcel, Destination to) throws IOException, InterruptedException {
    try {
      bring(parcel, to);
    } catch (IllegalArgumentException e) {
      // A file of a secret that is gone or empty may be there again at the next try.
      throw new IOException(e.getMessage(), e);
    }
  }

  private void bring(Parcel parcel, Destination to) throws IOException, InterruptedException {
    if (to instanceof Destination.Directory directory) {
      write(parcel, directory);
    } else if (to instanceof Destination.Mail server) {
      mail.send(parcel, server);
    } else if (to instanceof Destination.Webhook webhook) {
      post(parcel, webhook);
    }
  }

  private static void write(Parcel parcel, Destination.Directory to) throws IOException {
    try {
      ReportFiles.write(parcel.files(), to.path());
    } catch (FileSystemException e) {
      String why = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
      throw new IOException(to.path() + " cannot be written (" + why + ")", e);
    }
  }

  private void post(Parcel parcel, Destination.Webhook to)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to.uri())
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(json(parcel), StandardCharsets.UTF_8));
    Secrets.addHeaders(request, to.headers(), environment);
    int status;
    try {
      status = http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new IOException(to.name() + " cannot be reached", e);
    }
    if (status < 200 || status >= 300) {
      throw new IOException(to.name() + " answered " + status);
    }
  }

  private static String json(Parcel parcel) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("id", parcel.id().toString())
            .put("plan", parcel.id().plan())
            .put("brand", parcel.brand())
            .put("period", parcel.id().period().toString())
            .put("revision", parcel.id().revision())
            .put("subject", parcel.subject());
    parcel.summary().forEach(json.putArray("summary")::add);
    ArrayNode files = json.putArray("files");
    // Bytes become base64.
    parcel
        .files()
        .forEach((name, bytes) -> files.addObject().put("name", name).put("content", bytes));
    return json.toString();
  }
}
