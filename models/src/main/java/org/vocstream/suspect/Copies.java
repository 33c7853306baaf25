package org.vocstream.suspect;

import java.time.Duration;
import java.util.ArrayList;
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
    Copy copy = new Copy(trace, until, original(trace));
    for (List<Copy> group : alike(trace)) {
      for (int i = position(group, trace); i < group.size(); i++) {
        Copy later = group.get(i);
        boolean earlier = later.original() == null || trace.isBefore(later.original());
        if (earlier && isOriginalOf(trace, later.trace())) {
          group.set(i, tell(new Copy(later.trace(), later.until(), trace)));
        }
      }
    }
    if (copy.original() != null) {
      tell(copy);
    }
    List<Copy> own = own(trace);
    if (own == null) {
      own = new ArrayList<>(1);
      groups.add(new Group(trace.signature(), own));
      own.add(copy);
    } else {
      Trace shared = trace.sharing(own.get(0).trace());
      own.add(position(own, trace), new Copy(shared, until, copy.original()));
    }
  }

  /** Takes a text away, if it is there still; what was a copy of it moves to the next. */
  public void remove(Trace trace) {
    List<Copy> own = own(trace);
    int at = own == null ? 0 : position(own, trace);
    if (own == null || at == own.size() || !own.get(at).trace().key().equals(trace.key())) {
      return;
    }
    Copy gone = own.remove(at);
    if (gone.original() != null) {
      tell(new Copy(trace, gone.until(), null));
    }
    for (List<Copy> group : alike(trace)) {
      for (int i = position(group, trace); i < group.size(); i++) {
        Copy later = group.get(i);
        if (later.original() != null && later.original().key().equals(trace.key())) {
          group.set(i, tell(new Copy(later.trace(), later.until(), original(later.trace()))));
        }
      }
    }
    if (own.isEmpty()) {
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
    for (List<Copy> group : alike(trace)) {
      for (int i = windowStart(group, trace); i < group.size(); i++) {
        Trace before = group.get(i).trace();
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
  private List<Copy> own(Trace trace) {
    for (Group group : groups) {
      if (group.signature().equals(trace.signature())) {
        return group.copies();
      }
    }
    return null;
  }

  private List<List<Copy>> alike(Trace trace) {
    return groups.stream()
        .filter(group -> Fingerprint.alike(group.signature(), trace.signature()))
        .map(Group::copies)
        .toList();
  }

  private Copy tell(Copy copy) {
    findings.accept(new Finding(copy.trace(), copy.original() != null, copy.original()));
    return copy;
  }

  /** Index of the first that does not come before the trace. */
  private static int position(List<Copy> group, Trace trace) {
    return Order.first(group, copy -> !copy.trace().isBefore(trace));
  }

  /** Index of the first that does not lie too long before the trace. */
  private int windowStart(List<Copy> group, Trace trace) {
    return Order.first(group, copy -> !copy.trace().isLongBefore(trace, window));
  }
}
