package org.vocstream.suspect;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds of each text at one place the earliest of which it is a near copy: the first, by time and
 * key, of all that come before it within the window, are alike and are not the same voice. That
 * depends on which feedback there are and not on the order in which they came; each time it changes
 * for one of them, a finding says so.
 *
 * <p>Texts of one signature form a group, so that a thousand reposts of one post are compared with
 * another post once. Works on the state it is given; for one thread.
 */
public final class Copies {
  private final List<Group> groups;
  private final Duration window;
  private final Consumer<Finding> findings;

  /**
   * Copies at a place.
   *
   * @param groups what is known there, each signature once; changed in place
   * @param findings takes every change
   */
  public Copies(List<Group> groups, Duration window, Consumer<Finding> findings) {
    this.groups = groups;
    this.window = window;
    this.findings = findings;
  }

  /** Takes in one more text, not there yet, until the time given. */
  public void add(Trace trace, long until) {
    Trace original = original(trace);
    for (Group group : alike(trace)) {
      for (int i = position(group, trace); i < group.copies().size(); i++) {
        Copy later = group.copies().get(i);
        boolean earlier = later.original() == null || trace.isBefore(later.original());
        if (earlier && isOriginalOf(trace, group.trace(later, trace.place()))) {
          becomes(group, i, trace.place(), trace);
        }
      }
    }
    if (original != null) {
      findings.accept(new Finding(trace, true, original));
    }
    Group own = own(trace);
    if (own == null) {
      own = Group.of(trace.signature());
      groups.add(own);
    }
    own.copies().add(position(own, trace), Copy.of(trace, until, original));
  }

  /** Takes a text away, if it is there still; what was a copy of it moves to the next. */
  public void remove(Trace trace) {
    Group own = own(trace);
    int at = own == null ? 0 : position(own, trace);
    if (own == null
        || at == own.copies().size()
        || !own.copies().get(at).key().equals(trace.key())) {
      return;
    }
    if (own.copies().remove(at).original() != null) {
      findings.accept(new Finding(trace, false, null));
    }
    for (Group group : alike(trace)) {
      for (int i = position(group, trace); i < group.copies().size(); i++) {
        Copy later = group.copies().get(i);
        if (later.original() != null && later.original().key().equals(trace.key())) {
          becomes(group, i, trace.place(), original(group.trace(later, trace.place())));
        }
      }
    }
    if (own.copies().isEmpty()) {
      groups.removeIf(group -> group.copies().isEmpty());
    }
  }

  /** Forgets what is not to be kept any longer. What was found of it, and of its copies, stays. */
  public void forget(long now) {
    groups.forEach(group -> group.copies().removeIf(copy -> copy.until() <= now));
    groups.removeIf(group -> group.copies().isEmpty());
  }

  private Trace original(Trace trace) {
    Trace earliest = null;
    for (Group group : alike(trace)) {
      for (int i = windowStart(group, trace); i < group.copies().size(); i++) {
        Trace before = group.trace(group.copies().get(i), trace.place());
        if (!before.isBefore(earliest == null ? trace : earliest)) {
          break;
        }
        if (isOriginalOf(before, trace)) {
          earliest = before;
        }
      }
    }
    return earliest;
  }

  /** Whether a text that comes before another is in time and another voice. */
  private boolean isOriginalOf(Trace before, Trace copy) {
    return !before.isLongBefore(copy, window) && before.voice() != copy.voice();
  }

  /** The texts of the same signature, or null. */
  private Group own(Trace trace) {
    for (Group group : groups) {
      if (group.signature().equals(trace.signature())) {
        return group;
      }
    }
    return null;
  }

  private List<Group> alike(Trace trace) {
    return groups.stream()
        .filter(group -> Fingerprint.alike(group.signature(), trace.signature()))
        .toList();
  }

  /** The text of this index is a near copy of another from now on, or of none. */
  private void becomes(Group group, int index, String place, Trace original) {
    Copy copy = group.copies().get(index);
    group.copies().set(index, copy.of(original));
    findings.accept(new Finding(group.trace(copy, place), original != null, original));
  }

  /** Index of the first that does not come before the trace. */
  private static int position(Group group, Trace trace) {
    return Order.first(group.copies(), copy -> !group.trace(copy, trace.place()).isBefore(trace));
  }

  /** Index of the first that does not lie too long before the trace. */
  private int windowStart(Group group, Trace trace) {
    return Order.first(
        group.copies(), copy -> !group.trace(copy, trace.place()).isLongBefore(trace, window));
  }
}
