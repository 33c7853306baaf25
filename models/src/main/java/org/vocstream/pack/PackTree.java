package org.vocstream.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vocstream.pack.CueList.PlacedCue;
import org.vocstream.pack.PackFile.Node;
import org.vocstream.pack.PackFile.Reason;

/**
 * The tree of indicators while pack files are merged into it, the base first. A node with a new
 * code grows the tree; one with a known code and no touchpoint adds to what the base has there. Not
 * thread-safe.
 */
final class PackTree {
  /** An indicator in the making. */
  private static final class Branch {
    private final Place at;
    private final CueList cues;
    private Names label;
    private Branch parent;
    private String touchpoint;
    private Value value;

    Branch(Written code, String owner) {
      this.at = code.at();
      this.cues = new CueList(code.text(), owner);
    }
  }

  private final Findings findings;
  private final Map<String, Branch> branches = new LinkedHashMap<>();
  private final Map<String, Place> retired = new HashMap<>();
  private final Map<String, Place> leftOut = new HashMap<>();
  private final List<PackFile> files = new ArrayList<>();
  private final ReasonList reasons;
  private List<Touchpoint> touchpoints = List.of();

  PackTree(Findings findings) {
    this.findings = findings;
    this.reasons = new ReasonList(findings);
  }

  /** Merges one file into the tree; what it extends has been absorbed before. */
  void absorb(PackFile file) {
    files.add(0, file);
    if (file.base().isEmpty()) {
      touchpoints = file.touchpoints();
    }
    file.retired().forEach(r -> retired.putIfAbsent(r.text(), r.at()));
    file.without().forEach(this::leaveOut);
    file.indicators().forEach(node -> place(file, node, null));
    file.contactReasons().forEach(reason -> place(file, reason));
    branches.forEach((code, b) -> checkRetired(new Written(code, b.at)));
  }

  /** The merged pack; of use only where there are no findings. */
  Pack pack() {
    PackFile own = files.get(0);
    List<Indicator> indicators = new ArrayList<>();
    branches.forEach(
        (code, b) ->
            indicators.add(
                new Indicator(code, b.label, group(code), b.touchpoint, b.value, b.cues.cues())));
    return new Pack(
        own.code(),
        own.version(),
        own.label(),
        files.stream().skip(1).map(f -> f.code() + "@" + f.version()).toList(),
        own.aspectModel().orElse(null),
        touchpoints,
        List.copyOf(indicators),
        reasons.reasons());
  }

  /** Every cue of the indicators of the merged pack in order. */
  List<PlacedCue> cues() {
    return branches.values().stream().flatMap(b -> b.cues.placed().stream()).toList();
  }

  /** Every cue of its contact reasons in order. */
  List<PlacedCue> reasonCues() {
    return reasons.cues();
  }

  private void place(PackFile file, Node node, String parent) {
    String code = node.code().text();
    Branch known = branches.get(code);
    if (isLeftOut(node.code())) {
      return;
    }
    if (known == null) {
      grow(file, node, parent);
    } else if (node.touchpoint().isPresent()) {
      findings.add(
          node.code().at(),
          "indicator code \""
              + code
              + "\" is taken ("
              + known.at.seenFrom(node.code().at())
              + "); to add to that indicator leave out touchpoint, else give a new code");
    } else {
      add(node, known, parent);
    }
    branches.get(code).cues.add(file.code(), node.cues(), findings);
    node.children().forEach(child -> place(file, child, code));
  }

  private void place(PackFile file, Reason reason) {
    Branch known = branches.get(reason.code().text());
    if (known != null) {
      findings.add(
          reason.code().at(),
          "code \""
              + reason.code().text()
              + "\" is that of an indicator ("
              + known.at.seenFrom(reason.code().at())
              + "); give the contact reason a code of its own");
    } else if (!isLeftOut(reason.code())) {
      checkRetired(reason.code());
      reasons.add(file, reason);
    }
  }

  /** Takes an indicator of the base away, with all that stands below it, or a contact reason. */
  private void leaveOut(Written code) {
    leftOut.put(code.text(), code.at());
    Branch away = branches.get(code.text());
    if (away != null) {
      branches.values().removeIf(b -> stands(b, away));
    } else if (!reasons.leaveOut(code.text())) {
      List<String> known =
          Stream.concat(branches.keySet().stream(), reasons.codes().stream()).toList();
      findings.add(
          code.at(),
          "cannot leave out \""
              + code.text()
              + "\", which the base does not have"
              + NearestName.advice(code.text(), known));
    }
  }

  private boolean isLeftOut(Written code) {
    Place since = leftOut.get(code.text());
    if (since != null) {
      findings.add(
          code.at(),
          "code \""
              + code.text()
              + "\" is left out ("
              + since.seenFrom(code.at())
              + "); list it in one of the two places only, or give a new code");
    }
    return since != null;
  }

  /** Whether a branch is, or stands below, another. */
  private static boolean stands(Branch branch, Branch below) {
    Branch b = branch;
    while (b != null && b != below) {
      b = b.parent;
    }
    return b != null;
  }

  private void grow(PackFile file, Node node, String parent) {
    Branch branch = new Branch(node.code(), file.code());
    branches.put(node.code().text(), branch);
    branch.parent = branches.get(parent);
    Optional<Branch> above = Optional.ofNullable(branch.parent);
    branch.label = node.label().orElse(null);
    branch.touchpoint =
        node.touchpoint().map(Written::text).or(() -> above.map(p -> p.touchpoint)).orElse(null);
    branch.value =
        node.value()
            .flatMap(v -> Value.of(v.text()))
            .or(() -> above.map(p -> p.value))
            .orElse(null);
    checkGrown(node, branch);
  }

  private void checkGrown(Node node, Branch branch) {
    String name = "indicator \"" + node.code().text() + "\"";
    if (node.label().isEmpty()) {
      findings.add(node.code().at(), name + " lacks a label in zh and en; add it");
    }
    if (branch.touchpoint == null) {
      String nearest =
          NearestName.of(
                  node.code().text(),
                  branches.keySet().stream().filter(c -> !c.equals(node.code().text())).toList())
              .map(n -> "; or did you mean the indicator \"" + n + "\"?")
              .orElse("");
      findings.add(
          node.code().at(),
          name + " lacks a touchpoint; add one of: " + String.join(", ", journey()) + nearest);
    }
    if (branch.value == null && node.value().isEmpty()) {
      findings.add(
          node.code().at(),
          name + " lacks a value; add one of: " + String.join(", ", Value.codes()));
    }
    node.touchpoint().filter(t -> !journey().contains(t.text())).ifPresent(this::unknownTouchpoint);
  }

  private void unknownTouchpoint(Written touchpoint) {
    findings.add(
        touchpoint.at(),
        "unknown touchpoint \""
            + touchpoint.text()
            + "\""
            + NearestName.advice(touchpoint.text(), journey()));
  }

  private List<String> journey() {
    return touchpoints.stream().map(Touchpoint::code).toList();
  }

  private void add(Node node, Branch known, String parent) {
    node.label().ifPresent(label -> known.label = label);
    node.value()
        .ifPresent(
            v ->
                findings.add(
                    v.at(),
                    "the value of an inherited indicator cannot change; remove \"value\" here"));
    if (parent == null) {
      return;
    }
    Branch above = branches.get(parent);
    for (Branch b = above; b != null; b = b.parent) {
      if (b == known) {
        findings.add(
            node.code().at(),
            "indicator \""
                + node.code().text()
                + "\" cannot stand below itself; list it elsewhere");
        return;
      }
    }
    known.parent = above;
  }

  private void checkRetired(Written code) {
    Place since = retired.get(code.text());
    if (since != null) {
      findings.add(
          code.at(),
          "code \""
              + code.text()
              + "\" is retired ("
              + since.seenFrom(code.at())
              + ") and must never be used again; give a new code");
    }
  }

  private String group(String code) {
    Branch root = branches.get(code);
    while (root.parent != null) {
      root = root.parent;
    }
    Branch top = root;
    return branches.entrySet().stream()
        .filter(e -> e.getValue() == top)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
