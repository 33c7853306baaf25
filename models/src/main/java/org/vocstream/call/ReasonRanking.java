package org.vocstream.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.vocstream.pack.ContactReason;
import org.vocstream.pack.ContactReasonMatch;
import org.vocstream.pack.ContactReasonMatcher;

/**
 * Finds the contact reasons that a customer tells and puts the main one first.
 *
 * <p>The weight of a reason is {@code sum(r / 2^k)} over the customer's turns that tell it: k
 * counts the turns before that tell any reason, for what a call is about is said early; r is 2
 * where a question or request stands in the clause, else 1. The largest weight is the main reason,
 * of equal ones the one told first. {@code complaint} says how and not about what, so it is the
 * main reason only where there is no other. Immutable and safe for several threads.
 */
final class ReasonRanking {
  /** The reason that says nothing of the matter. */
  private static final String COMPLAINT = "complaint";

  private final ContactReasonMatcher matcher;

  ReasonRanking(ContactReasonMatcher matcher) {
    this.matcher = matcher;
  }

  private static final class Told {
    private final ContactReason reason;
    private Evidence at;
    private boolean asked;
    private double weight;

    Told(ContactReason reason) {
      this.reason = reason;
    }

    boolean isGeneral() {
      return reason.code().equals(COMPLAINT);
    }
  }

  /** The reasons, the main one first, each once. */
  List<ToldReason> rank(List<SaidTurn> turns) {
    Map<String, Told> told = new LinkedHashMap<>();
    double share = 1;
    for (SaidTurn turn : turns) {
      if (turn.isCustomer()) {
        share /= add(turn, share, told) ? 2 : 1;
      }
    }
    List<Told> ranked = new ArrayList<>(told.values());
    ranked.sort(Comparator.comparing(Told::isGeneral).thenComparingDouble(t -> -t.weight));
    return ranked.stream()
        .map(t -> new ToldReason(t.reason.code(), t.reason.label(), t.at))
        .toList();
  }

  /** Adds what a turn tells; false where it tells no reason. */
  private boolean add(SaidTurn turn, double share, Map<String, Told> told) {
    List<ContactReasonMatch> matches = matcher.find(turn.text().folded());
    if (matches.isEmpty()) {
      return false;
    }
    Map<String, Double> weights = new LinkedHashMap<>();
    for (ContactReasonMatch match : matches) {
      boolean asks = turn.asksBy(match.span().start());
      Told reason = told.computeIfAbsent(match.reason().code(), c -> new Told(match.reason()));
      if (reason.at == null || (asks && !reason.asked)) {
        reason.at = turn.at(match.span());
        reason.asked = asks;
      }
      weights.merge(match.reason().code(), asks ? 2.0 : 1.0, Math::max);
    }
    // In a new set, for each reason counts once per turn.
    new LinkedHashSet<>(weights.keySet())
        .forEach(code -> told.get(code).weight += share * weights.get(code));
    return true;
  }
}
