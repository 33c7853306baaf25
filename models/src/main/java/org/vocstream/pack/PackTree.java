package org.vocstream.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vocstream.pack.PackFile.CueText;
import org.vocstream.pack.PackFile.Node;

/**
 * The tree of indicators while pack files are merged into it, the base first. A node with a new
 * code grows the tree; one with a known code and no touchpoint adds to what the base has there. Not
 * thread-safe.
 */
final class PackTree {
  /** A cue of the merged pack and how it was written. */
  record PlacedCue(Cue cue, CueText text) {}

  /** An indicator in the making. */
  private static final class Branch {
    private final Place at;
    private final String owner;
    private Names label;
    private Branch parent;
    private String touchpoint;
    private Value value;
    private final List<PlacedCue> cues = new ArrayList<>();
    private final Map<String, Place> terms = new HashMap<>();

    Branch(Place at, String owner) {
      this.at = at;
      this.owner = owner;
    }
  }

  private final Findings findings;
  private final Map<String, Branch> branches = new LinkedHashMap<>();
  private final Map<String, Place> retired = new HashMap<>();
  private final Map<String, Place> leftOut = new HashMap<>();
  private final List<PackFile> files = new ArrayList<>();
  private List<Touchpoint> touchpoints = List.of();

  PackTree(Findings findings) {
    this.findings = findings;
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
    branches.forEach(this::checkRetired);
  }

  /** The merged pack; of use only where there are no findings. */
  Pack pack() {
    PackFile own = files.get(0);
    List<Indicator> indicators = new ArrayList<>();
    branches.forEach(
        (code, b) ->
            indicators.add(
                new Indicator(
                    code,
                    b.label,
                    group(code),
                    b.touchpoint,
                    b.value,
                    b.cues.stream().map(PlacedCue::cue).toList())));
    return new Pack(
        own.code(),
        own.version(),
        own.label(),
        files.stream().skip(1).map(f -> f.code() + "@" + f.version()).toList(),
        own.aspectModel().orElse(null),
        touchpoints,
        List.copyOf(indicators));
  }

  /** Every cue of the merged pack in order. */
  List<PlacedCue> cues() {
    return branches.values().stream().flatMap(b -> b.cues.stream()).toList();
  }

  private void place(PackFile file, Node node, String parent) {
    String code = node.code().text();
    Branch known = branches.get(code);
    if (leftOut.containsKey(code)) {
      findings.add(
          node.code().at(),
          "indicator code \""
              + code
              + "\" is left out ("
              + leftOut.get(code).seenFrom(node.code().at())
              + "); list it in one of the two places only, or give a new code");
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
    addCues(file, node);
    node.children().forEach(child -> place(file, child, code));
  }

  /** Takes an indicator of the base away, with all that stands below it. */
  private void leaveOut(Written code) {
    Branch away = branches.get(code.text());
    if (away == null) {
      findings.add(
          code.at(),
          "cannot leave out \""
              + code.text()
              + "\", which the base does not have"
              + NearestName.advice(code.text(), branches.keySet()));
      return;
    }
    leftOut.put(code.text(), code.at());
    branches.values().removeIf(b -> stands(b, away));
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
    Branch branch = new Branch(node.code().at(), file.code());
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

  private void addCues(PackFile file, Node node) {
    Branch branch = branches.get(node.code().text());
    String stem = branch.owner.equals(file.code()) ? "" : file.code() + ".";
    int number = 0;
    for (CueText text : node.cues()) {
      number++;
      for (Written term : text.terms()) {
        Place first = branch.terms.putIfAbsent(term.text(), term.at());
        if (first != null) {
          findings.add(
              term.at(),
              "the term \""
                  + term.text()
                  + "\" stands twice in "
                  + node.code().text()
                  + " (first at "
                  + first.seenFrom(term.at())
                  + "); remove one");
        }
      }
      branch.cues.add(new PlacedCue(cue(node.code().text() + "#" + stem + number, text), text));
    }
  }

  private static Cue cue(String id, CueText text) {
    return new Cue(
        id,
        texts(text.terms()),
        texts(text.except()),
        text.polarity(),
        texts(text.examples()),
        texts(text.counterExamples()));
  }

  private static List<String> texts(List<Written> written) {
    return written.stream().map(Written::text).toList();
  }

  private void checkRetired(String code, Branch branch) {
    Place since = retired.get(code);
    if (since != null) {
      findings.add(
          branch.at,
          "indicator code \""
              + code
              + "\" is retired ("
              + since.seenFrom(branch.at)
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
