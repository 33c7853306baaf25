package org.vocstream.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vocstream.pack.CueList.PlacedCue;
import org.vocstream.pack.PackFile.Reason;

/**
 * The contact reasons while pack files are merged, the base first. One with a new code is added;
 * one with a known code adds cues, and its label replaces the base's. Not thread-safe.
 */
final class ReasonList {
  /** A reason in the making. */
  private static final class Draft {
    private final CueList cues;
    private Names label;

    Draft(String code, String owner) {
      this.cues = new CueList(code, owner);
    }
  }

  private final Findings findings;
  private final Map<String, Draft> drafts = new LinkedHashMap<>();

  ReasonList(Findings findings) {
    this.findings = findings;
  }

  Set<String> codes() {
    return drafts.keySet();
  }

  /** Takes a reason away; false where there is none of this code. */
  boolean leaveOut(String code) {
    return drafts.remove(code) != null;
  }

  /** Adds a reason, or to a known one. */
  void add(PackFile file, Reason reason) {
    String code = reason.code().text();
    Draft draft = drafts.computeIfAbsent(code, c -> new Draft(c, file.code()));
    reason.label().ifPresent(l -> draft.label = l);
    if (draft.label == null) {
      findings.add(
          reason.code().at(), "contact reason \"" + code + "\" lacks a label in zh and en; add it");
    }
    draft.cues.add(file.code(), reason.cues(), findings);
  }

  List<ContactReason> reasons() {
    return drafts.entrySet().stream()
        .map(e -> new ContactReason(e.getKey(), e.getValue().label, e.getValue().cues.cues()))
        .toList();
  }

  List<PlacedCue> cues() {
    return drafts.values().stream().flatMap(d -> d.cues.placed().stream()).toList();
  }
}
