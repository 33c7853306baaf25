package org.vocstream.pack;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vocstream.pack.PackFile.CueText;
import org.vocstream.pack.PackFile.Node;
import org.vocstream.pack.PackFile.Reason;

/** Reads one pack file and checks all that can be seen in it alone. Not thread-safe. */
final class PackFileReader {
  private static final List<String> PACK_KEYS =
      List.of(
          "pack",
          "version",
          "label",
          "extends",
          "aspect_model",
          "touchpoints",
          "without",
          "retired",
          "indicators",
          "contact_reasons");
  private static final List<String> INDICATOR_KEYS =
      List.of("code", "label", "touchpoint", "value", "indicators", "cues");
  private static final List<String> REASON_KEYS = List.of("code", "label", "cues");
  private static final List<String> LABEL_KEYS = List.of("zh", "en");
  private static final List<String> TOUCHPOINT_KEYS = List.of("code", "label");

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_-]*(\\.[a-z][a-z0-9_-]*)*");
  private static final Pattern VERSION = Pattern.compile("(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*)){2}");

  private final String file;
  private final Findings findings;
  private final CueReader cues;
  private final Map<String, Place> codes = new HashMap<>();

  PackFileReader(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
    this.cues = new CueReader(findings);
  }

  /** What the file says, as far as it can be read; empty where nothing can. */
  Optional<PackFile> read(ByteBuffer bytes) {
    return YamlDocument.read(file, bytes, findings)
        .flatMap(root -> YamlSection.of(file, "a pack", PACK_KEYS, root, findings))
        .map(this::pack);
  }

  private PackFile pack(YamlSection root) {
    String code = code(root, "pack").map(Written::text).orElse("");
    if (!code.isEmpty() && !fileName().equals(code + ".yaml")) {
      findings.add(
          root.at("pack"),
          "pack \""
              + code
              + "\" stands in the file "
              + fileName()
              + "; name the file "
              + code
              + ".yaml");
    }
    Optional<Written> base = root.text("extends");
    if (base.isPresent() && root.has("touchpoints")) {
      findings.add(
          root.at("touchpoints"),
          "a pack that extends another takes over its touchpoints; remove them here");
    } else if (base.isEmpty() && !root.has("extends")) {
      root.require("touchpoints");
    }
    root.require("indicators");
    return new PackFile(
        file,
        code,
        version(root, findings),
        requiredLabel(root).orElse(new Names("", "")),
        base,
        root.text("aspect_model").map(Written::text),
        touchpoints(root),
        root.texts("without"),
        indicators(root),
        contactReasons(root),
        root.texts("retired"));
  }

  private String fileName() {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  /** The version of a file, or an empty text after a finding. */
  static String version(YamlSection root, Findings findings) {
    Optional<Written> version = root.requiredText("version");
    version
        .filter(v -> !VERSION.matcher(v.text()).matches())
        .ifPresent(
            v ->
                findings.add(
                    v.at(),
                    "version \"" + v.text() + "\" is not three numbers; write one like 1.0.0"));
    return version.map(Written::text).orElse("");
  }

  private List<Touchpoint> touchpoints(YamlSection root) {
    List<Touchpoint> touchpoints = new ArrayList<>();
    for (YamlSection section : root.sections("touchpoints", "a touchpoint", TOUCHPOINT_KEYS)) {
      Optional<Written> code = code(section, "code");
      Optional<Names> label = requiredLabel(section);
      if (code.isEmpty() || label.isEmpty()) {
        continue;
      }
      String text = code.get().text();
      if (touchpoints.stream().anyMatch(t -> t.code().equals(text))) {
        findings.add(
            code.get().at(),
            "touchpoint code \"" + text + "\" is used twice; give one of them a new code");
      } else {
        touchpoints.add(new Touchpoint(text, label.get()));
      }
    }
    return List.copyOf(touchpoints);
  }

  private List<Node> indicators(YamlSection parent) {
    List<Node> nodes = new ArrayList<>();
    for (YamlSection section : parent.sections("indicators", "an indicator", INDICATOR_KEYS)) {
      Optional<Written> code = code(section, "code").filter(this::isFirst);
      Optional<Written> value = section.text("value");
      value.filter(v -> Value.of(v.text()).isEmpty()).ifPresent(this::unknownValue);
      Node node =
          new Node(
              code.orElse(new Written("", section.at())),
              label(section),
              section.text("touchpoint"),
              value,
              cues(section),
              indicators(section));
      code.ifPresent(c -> nodes.add(node));
    }
    return List.copyOf(nodes);
  }

  private List<Reason> contactReasons(YamlSection root) {
    List<Reason> reasons = new ArrayList<>();
    for (YamlSection section : root.sections("contact_reasons", "a contact reason", REASON_KEYS)) {
      Optional<Written> code = code(section, "code").filter(this::isFirst);
      Optional<Names> label = label(section);
      List<CueText> texts = cues(section);
      texts.stream()
          .filter(t -> t.polarity() != null)
          .forEach(
              t -> findings.add(t.at(), "a contact reason judges nothing; remove \"polarity\""));
      code.ifPresent(c -> reasons.add(new Reason(c, label, texts)));
    }
    return List.copyOf(reasons);
  }

  private List<CueText> cues(YamlSection section) {
    return section.sections("cues", "a cue", CueReader.KEYS).stream().map(cues::read).toList();
  }

  private boolean isFirst(Written code) {
    Place first = codes.putIfAbsent(code.text(), code.at());
    if (first != null) {
      findings.add(
          code.at(),
          "code \""
              + code.text()
              + "\" is used twice (first at line "
              + first.line()
              + "); give one of them a new code");
    }
    return first == null;
  }

  private void unknownValue(Written value) {
    findings.add(
        value.at(),
        "unknown value \"" + value.text() + "\"" + NearestName.advice(value.text(), Value.codes()));
  }

  private Optional<Written> code(YamlSection section, String key) {
    return code(section, key, findings);
  }

  /** The code under a key, or empty after a finding. */
  static Optional<Written> code(YamlSection section, String key, Findings findings) {
    Optional<Written> code = section.requiredText(key);
    if (code.isPresent() && !CODE.matcher(code.get().text()).matches()) {
      findings.add(
          code.get().at(),
          "\""
              + code.get().text()
              + "\" is not a code; write lower-case words like"
              + " delivery.speed");
      return Optional.empty();
    }
    return code;
  }

  private Optional<Names> requiredLabel(YamlSection section) {
    section.require("label");
    return label(section);
  }

  private Optional<Names> label(YamlSection section) {
    Optional<YamlSection> label = section.section("label", LABEL_KEYS);
    if (label.isEmpty()) {
      return Optional.empty();
    }
    Optional<Written> zh = label.get().requiredText("zh");
    Optional<Written> en = label.get().requiredText("en");
    return zh.isEmpty() || en.isEmpty()
        ? Optional.empty()
        : Optional.of(new Names(zh.get().text(), en.get().text()));
  }
}
