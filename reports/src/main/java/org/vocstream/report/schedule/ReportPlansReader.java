package org.vocstream.report.schedule;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.vocstream.feedback.Channel;
import org.vocstream.pack.Findings;
import org.vocstream.pack.Written;
import org.vocstream.pack.YamlDocument;
import org.vocstream.pack.YamlSection;
import org.vocstream.report.ReportFormat;
import org.vocstream.report.ReportLanguage;
import org.vocstream.statistics.Period;

/** Reads a file of report plans and says everything that is wrong with it at once. */
final class ReportPlansReader {
  private static final List<String> FILE_KEYS = List.of("reports");
  private static final List<String> PLAN_KEYS =
      List.of(
          "code",
          "cron",
          "zone",
          "period",
          "brand",
          "against",
          "wave_against",
          "channels",
          "products",
          "segments",
          "langs",
          "without_suspects",
          "pack",
          "languages",
          "formats",
          "deliver");
  private static final List<String> DELIVER_KEYS =
      List.of("directory", "mail", "webhook", "headers", "plain_http");
  private static final List<String> MAIL_KEYS =
      List.of(
          "host",
          "port",
          "security",
          "from",
          "to",
          "user_from_environment",
          "password_from_environment");
  private static final List<String> HEADER_KEYS = List.of("name", "from_environment");

  /** What filters are called here, and in a question. */
  private static final Map<String, String> FILTERS =
      Map.of("channels", "channel", "products", "product", "segments", "segment", "langs", "lang");

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s,;<>]+@[^@\\s,;<>]+");
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final int SUBMISSION = 587;

  private final Findings findings = new Findings();

  private ReportPlansReader() {}

  static ReportPlans read(String file, ByteBuffer bytes) {
    ReportPlansReader reader = new ReportPlansReader();
    List<ReportPlan> plans =
        YamlDocument.read(file, bytes, reader.findings)
            .flatMap(root -> YamlSection.of(file, "the file", FILE_KEYS, root, reader.findings))
            .map(reader::plans)
            .orElse(List.of());
    reader.findings.throwIfAny();
    return new ReportPlans(plans);
  }

  private List<ReportPlan> plans(YamlSection root) {
    root.require("reports");
    List<ReportPlan> plans = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (YamlSection section : root.sections("reports", "a report", PLAN_KEYS)) {
      plan(section)
          .ifPresent(
              plan -> {
                if (!codes.add(plan.code())) {
                  findings.add(
                      section.at("code"),
                      "code \"" + plan.code() + "\" is used twice; give one a new code");
                }
                plans.add(plan);
              });
    }
    return plans;
  }

  private Optional<ReportPlan> plan(YamlSection section) {
    Optional<String> code =
        required(
            section, "code", ReportPlansReader::code, "write small letters, digits and hyphens");
    Optional<ZoneId> zone =
        required(section, "zone", ZoneId::of, "write a time zone like Asia/Shanghai");
    Optional<Timetable> timetable =
        required(
            section,
            "cron",
            cron -> Timetable.parse(cron, zone.orElse(ZoneId.of("UTC"))),
            "write minute, hour, day of month, month, day of week: \"0 8 * * MON\"");
    Optional<Span> span =
        required(section, "period", Span::parse, "write last-week, last-4-weeks, last-month");
    Optional<String> brand = section.requiredText("brand").map(Written::text);
    section.require("against");
    List<String> against = texts(section, "against");
    section
        .texts("channels")
        .forEach(t -> section.one(t, "channel", Channel.values(), Channel::code));
    String wave =
        section
            .parsed("wave_against", ReportPlansReader::wave, "write previous, or a period")
            .orElse("previous");
    section.require("formats");
    List<ReportFormat> formats =
        section.texts("formats").stream()
            .flatMap(
                t -> section.one(t, "format", ReportFormat.values(), ReportFormat::code).stream())
            .toList();
    List<ReportLanguage> languages =
        section.texts("languages").stream()
            .flatMap(
                t ->
                    section
                        .one(t, "language", ReportLanguage.values(), ReportLanguage::code)
                        .stream())
            .distinct()
            .toList();
    section.require("deliver");
    List<Destination> destinations = destinations(section);
    if (code.isEmpty() || timetable.isEmpty() || span.isEmpty() || brand.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ReportPlan(
            code.get(),
            timetable.get(),
            span.get(),
            brand.get(),
            against,
            wave,
            filters(section),
            section.text("pack").map(Written::text).orElse(null),
            languages.isEmpty() ? List.of(ReportLanguage.ZH) : languages,
            new HashSet<>(formats),
            destinations));
  }

  private static String code(String text) {
    if (!CODE.matcher(text).matches()) {
      throw new IllegalArgumentException("it cannot be used");
    }
    return text;
  }

  private static String wave(String text) {
    if (!text.equals("previous")) {
      Period.parse(text);
    }
    return text;
  }

  private Map<String, List<String>> filters(YamlSection section) {
    Map<String, List<String>> values = new TreeMap<>();
    FILTERS.forEach(
        (key, name) -> {
          if (section.has(key)) {
            values.put(name, texts(section, key));
          }
        });
    if (section.flag("without_suspects")) {
      values.put("suspect", List.of("false"));
    }
    return values;
  }

  private List<Destination> destinations(YamlSection plan) {
    List<Destination> destinations = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlSection section : plan.sections("deliver", "a destination", DELIVER_KEYS)) {
      long kinds = List.of("directory", "mail", "webhook").stream().filter(section::has).count();
      if (kinds != 1) {
        findings.add(
            section.at(), "a destination has either a \"directory\", a \"mail\" or a \"webhook\"");
        continue;
      }
      destination(section)
          .ifPresent(
              destination -> {
                if (!names.add(destination.name())) {
                  findings.add(section.at(), "the same destination stands twice; leave one out");
                }
                destinations.add(destination);
              });
    }
    return destinations;
  }

  private Optional<Destination> destination(YamlSection section) {
    if (section.has("directory")) {
      return section
          .parsed("directory", Path::of, "write a path")
          .map(Path::toAbsolutePath)
          .map(Destination.Directory::new);
    }
    if (section.has("webhook")) {
      Map<String, String> headers = new TreeMap<>();
      for (YamlSection header : section.sections("headers", "a header", HEADER_KEYS)) {
        Optional<Written> name = header.requiredText("name");
        Optional<Written> variable = header.requiredText("from_environment");
        if (name.isPresent() && variable.isPresent()) {
          headers.put(name.get().text(), variable.get().text());
        }
      }
      boolean plain = section.flag("plain_http");
      return section
          .parsed(
              "webhook",
              text -> webhook(text, plain),
              "write https://host/path; http only on this machine, or with plain_http: true")
          .map(uri -> new Destination.Webhook(uri, headers));
    }
    return section.section("mail", MAIL_KEYS).flatMap(this::mail);
  }

  private static URI webhook(String text, boolean plainHttp) {
    URI uri = URI.create(text);
    boolean open =
        "http".equals(uri.getScheme()) && (plainHttp || LOOPBACK.contains(uri.getHost()));
    if (uri.getHost() == null || !("https".equals(uri.getScheme()) || open)) {
      throw new IllegalArgumentException("it is not protected");
    }
    return uri;
  }

  private Optional<Destination> mail(YamlSection mail) {
    Optional<String> host = mail.requiredText("host").map(Written::text);
    Optional<String> from =
        required(mail, "from", ReportPlansReader::address, "write one address: name@host");
    mail.require("to");
    List<String> to = new ArrayList<>();
    for (Written each : mail.texts("to")) {
      if (ADDRESS.matcher(each.text()).matches()) {
        to.add(each.text());
      } else {
        findings.add(each.at(), "\"to\" has something that is no address; write name@host");
      }
    }
    int port = mail.parsed("port", Integer::valueOf, "write a number").orElse(SUBMISSION);
    Destination.Security security =
        mail.text("security")
            .flatMap(
                t ->
                    mail.one(
                        t,
                        "security",
                        Destination.Security.values(),
                        s -> s.name().toLowerCase(Locale.ROOT)))
            .orElse(Destination.Security.STARTTLS);
    Optional<String> user = mail.text("user_from_environment").map(Written::text);
    Optional<String> password = mail.text("password_from_environment").map(Written::text);
    if (user.isPresent() != password.isPresent()) {
      findings.add(
          mail.at(), "a mail server that wants a user wants a password too; give both or neither");
    }
    if (user.isPresent()
        && security == Destination.Security.NONE
        && !LOOPBACK.contains(host.orElse(""))) {
      findings.add(
          mail.at("security"), "a password is never sent unprotected; write starttls or tls");
    }
    if (host.isEmpty() || from.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Destination.Mail(
            host.get(), port, security, from.get(), to, user.orElse(null), password.orElse(null)));
  }

  private static String address(String text) {
    if (!ADDRESS.matcher(text).matches()) {
      throw new IllegalArgumentException("it is no address");
    }
    return text;
  }

  private static List<String> texts(YamlSection section, String key) {
    return section.texts(key).stream().map(Written::text).toList();
  }

  private static <T> Optional<T> required(
      YamlSection section, String key, Function<String, T> parse, String advice) {
    section.require(key);
    return section.parsed(key, parse, advice);
  }
}
