package org.vocstream.jobs;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.vocstream.feedback.Channel;
import org.vocstream.pack.Findings;
import org.vocstream.pack.Written;
import org.vocstream.pack.YamlDocument;
import org.vocstream.pack.YamlSection;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.alert.AlertMeasure;
import org.vocstream.statistics.alert.AlertRule;
import org.vocstream.statistics.alert.AlertThresholds;

/** Reads a file of alert rules and says everything that is wrong with it at once. */
final class AlertRulesReader {
  private static final List<String> FILE_KEYS =
      List.of("alerts", "version", "zone", "quiet_hours", "fresh_days", "rules", "deliver");
  private static final List<String> QUIET_KEYS = List.of("from", "to");
  private static final List<String> LABEL_KEYS = List.of("zh", "en");
  private static final List<String> RULE_KEYS =
      List.of(
          "code",
          "label",
          "scope",
          "codes",
          "brands",
          "channels",
          "without_suspects",
          "measures",
          "minimum_n",
          "history_days",
          "open",
          "clear",
          "quiet_days",
          "margin_points",
          "margin_mentions",
          "serious",
          "critical");
  private static final List<String> DELIVER_KEYS =
      List.of("webhook", "headers", "plain_http", "file");
  private static final List<String> HEADER_KEYS = List.of("name", "from_environment");

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final int FRESH_DAYS = 7;

  private final Findings findings = new Findings();

  private AlertRulesReader() {}

  static AlertRules read(String file, ByteBuffer bytes) {
    AlertRulesReader reader = new AlertRulesReader();
    Optional<AlertRules> rules =
        YamlDocument.read(file, bytes, reader.findings)
            .flatMap(root -> YamlSection.of(file, "alert rules", FILE_KEYS, root, reader.findings))
            .map(reader::rules);
    reader.findings.throwIfAny();
    return rules.orElseThrow();
  }

  private AlertRules rules(YamlSection root) {
    String id = like(root, "alerts", CODE, "write a word like default");
    String version = like(root, "version", VERSION, "write three numbers like 1.0.0");
    root.require("rules");
    List<AlertRule> rules = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (YamlSection section : root.sections("rules", "a rule", RULE_KEYS)) {
      rule(section)
          .ifPresent(
              rule -> {
                if (!codes.add(rule.code())) {
                  findings.add(
                      section.at("code"),
                      "rule code \"" + rule.code() + "\" is used twice; give one a new code");
                }
                rules.add(rule);
              });
    }
    return new AlertRules(
        id + "@" + version,
        quiet(root),
        whole(root, "fresh_days", FRESH_DAYS),
        rules,
        deliver(root));
  }

  private String like(YamlSection section, String key, Pattern pattern, String advice) {
    Optional<Written> text = section.requiredText(key);
    text.filter(t -> !pattern.matcher(t.text()).matches())
        .ifPresent(
            t -> findings.add(t.at(), key + " \"" + t.text() + "\" cannot be used; " + advice));
    return text.map(Written::text).orElse("");
  }

  private QuietHours quiet(YamlSection root) {
    ZoneId zone =
        root.parsed("zone", ZoneId::of, "write a time zone like Asia/Shanghai")
            .orElse(QuietHours.NONE.zone());
    return root.section("quiet_hours", QUIET_KEYS)
        .map(
            hours -> {
              hours.require("from");
              hours.require("to");
              if (!root.has("zone")) {
                findings.add(hours.at(), "quiet hours need a \"zone\"; add it to the file");
              }
              String advice = "write a time in quotes like \"22:00\"";
              return new QuietHours(
                  hours.parsed("from", LocalTime::parse, advice).orElse(LocalTime.MIDNIGHT),
                  hours.parsed("to", LocalTime::parse, advice).orElse(LocalTime.MIDNIGHT),
                  zone);
            })
        .orElse(QuietHours.NONE);
  }

  private Optional<AlertRule> rule(YamlSection section) {
    String code = like(section, "code", CODE, "write small letters, digits and hyphens");
    Optional<YamlSection> label = section.section("label", LABEL_KEYS);
    section.require("label");
    String zh = label.flatMap(l -> l.requiredText("zh")).map(Written::text).orElse("");
    String en = label.flatMap(l -> l.requiredText("en")).map(Written::text).orElse("");
    section.require("scope");
    Optional<Scope> scope =
        section.text("scope").flatMap(t -> section.one(t, "scope", Scope.values(), Scope::code));
    section.require("measures");
    List<AlertMeasure> measures =
        section.texts("measures").stream()
            .flatMap(
                t -> section.one(t, "measure", AlertMeasure.values(), AlertMeasure::code).stream())
            .distinct()
            .toList();
    section
        .texts("channels")
        .forEach(t -> section.one(t, "channel", Channel.values(), Channel::code));
    Optional<AlertThresholds> thresholds = thresholds(section);
    if (scope.isEmpty() || measures.isEmpty() || thresholds.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AlertRule(
            code,
            zh,
            en,
            scope.get(),
            texts(section, "codes"),
            texts(section, "brands"),
            texts(section, "channels"),
            !section.flag("without_suspects"),
            measures,
            thresholds.get()));
  }

  private Optional<AlertThresholds> thresholds(YamlSection rule) {
    AlertThresholds usual = AlertThresholds.DEFAULT;
    try {
      return Optional.of(
          new AlertThresholds(
              whole(rule, "minimum_n", usual.minimumN()),
              whole(rule, "history_days", usual.historyDays()),
              number(rule, "open", usual.open()),
              number(rule, "clear", usual.clear()),
              whole(rule, "quiet_days", usual.quietDays()),
              number(rule, "margin_points", usual.marginPoints()),
              number(rule, "margin_mentions", usual.marginMentions()),
              number(rule, "serious", usual.serious()),
              number(rule, "critical", usual.critical())));
    } catch (IllegalArgumentException e) {
      findings.add(rule.at(), e.getMessage() + "; change the numbers of this rule");
      return Optional.empty();
    }
  }

  private List<AlertDestination> deliver(YamlSection root) {
    List<AlertDestination> destinations = new ArrayList<>();
    for (YamlSection section : root.sections("deliver", "a destination", DELIVER_KEYS)) {
      if (section.has("webhook") == section.has("file")) {
        findings.add(section.at(), "a destination has either a \"webhook\" or a \"file\"");
        continue;
      }
      Map<String, String> headers = new TreeMap<>();
      for (YamlSection header : section.sections("headers", "a header", HEADER_KEYS)) {
        Optional<Written> name = header.requiredText("name");
        Optional<Written> variable = header.requiredText("from_environment");
        if (name.isPresent() && variable.isPresent()) {
          headers.put(name.get().text(), variable.get().text());
        }
      }
      section.text("webhook").ifPresent(t -> checkWebhook(t, section.flag("plain_http")));
      destinations.add(
          new AlertDestination(
              section.text("webhook").map(Written::text).orElse(null),
              headers,
              section.text("file").map(Written::text).orElse(null)));
    }
    return destinations;
  }

  private void checkWebhook(Written webhook, boolean plainHttp) {
    URI uri;
    try {
      uri = URI.create(webhook.text());
    } catch (IllegalArgumentException e) {
      findings.add(webhook.at(), "\"webhook\" is no address; write one like https://host/path");
      return;
    }
    boolean open =
        "http".equals(uri.getScheme()) && (plainHttp || LOOPBACK.contains(uri.getHost()));
    if (uri.getHost() == null || !("https".equals(uri.getScheme()) || open)) {
      findings.add(
          webhook.at(),
          "\"webhook\" must be https, or http on this machine; set plain_http: true to send alerts unprotected");
    }
  }

  private static List<String> texts(YamlSection section, String key) {
    return section.texts(key).stream().map(Written::text).toList();
  }

  private static int whole(YamlSection section, String key, int usual) {
    return section.parsed(key, Integer::valueOf, "write a whole number").orElse(usual);
  }

  private static double number(YamlSection section, String key, double usual) {
    return section.parsed(key, Double::valueOf, "write a number").orElse(usual);
  }
}
