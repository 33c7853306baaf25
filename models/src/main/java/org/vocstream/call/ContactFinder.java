package org.vocstream.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vocstream.call.CallWords.Says;
import org.vocstream.feedback.Speaker;
import org.vocstream.feedback.Turn;
import org.vocstream.opinion.Mention;
import org.vocstream.pack.ContactReasonMatcher;
import org.vocstream.pack.Pack;
import org.vocstream.text.PreparedText;

/**
 * Reads in a transcript why the customer made contact, in which mood, and how it ended. Rules over
 * the pack's contact reasons and {@code contact.yaml} only, so that every result names the words it
 * rests on (docs/calls.md).
 *
 * <p>A contact is a complaint where the customer complains in so many words or holds a bad opinion
 * on people, service, time or peace of mind; a fault, a price or a sum of money may be asked about
 * calmly. Else it is an enquiry where something is asked or a reason told. Immutable and safe for
 * several threads.
 */
public final class ContactFinder {
  /** Kinds of value of which a bad opinion is a complaint. */
  private static final Set<String> GRIEVANCES =
      Set.of("benefit.people", "benefit.service", "cost.time", "cost.mind");

  private final ReasonRanking reasons;
  private final CallWords customerWords = new CallWords(Speaker.CUSTOMER);
  private final CallWords agentWords = new CallWords(Speaker.AGENT);

  /** A finder of the contact reasons of {@code pack}. */
  public ContactFinder(Pack pack) {
    this.reasons = new ReasonRanking(new ContactReasonMatcher(pack));
  }

  /**
   * What a transcript says of itself.
   *
   * @param turns its turns
   * @param texts the text of each turn, prepared
   * @param mentions the opinions that the customer holds in it
   */
  public Contact find(List<Turn> turns, List<PreparedText> texts, List<Mention> mentions) {
    List<SaidTurn> said = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      CallWords words = turns.get(i).speaker() == Speaker.CUSTOMER ? customerWords : agentWords;
      PreparedText text = texts.get(i);
      said.add(SaidTurn.of(i, turns.get(i), text, words.find(text.folded())));
    }
    List<ToldReason> told = reasons.rank(said);
    Evidence grievance = grievance(said, mentions);
    Evidence question = told.isEmpty() ? first(said, Set.of(Says.ASKS)) : told.get(0).at();
    Intent intent =
        grievance != null ? Intent.COMPLAINT : question != null ? Intent.ENQUIRY : Intent.UNKNOWN;
    OutcomeReading outcome = new OutcomeReading(intent).read(said);
    boolean contact = intent != Intent.UNKNOWN;
    CallTimes times = CallTimes.of(turns);
    return new Contact(
        told,
        intent,
        grievance != null ? grievance : question,
        contact ? outcome.resolution() : Resolution.UNKNOWN,
        contact ? outcome.at() : null,
        times.responseMs(),
        times.handlingMs());
  }

  private static Evidence grievance(List<SaidTurn> said, List<Mention> mentions) {
    Evidence words = first(said, Set.of(Says.THREATENS, Says.COMPLAINS));
    return words != null
        ? words
        : mentions.stream()
            .filter(m -> m.polarity() < 0 && GRIEVANCES.contains(m.value()))
            .map(m -> new Evidence(m.turn(), m.start(), m.end()))
            // 取消不了是吧 asks; it does not complain.
            .filter(at -> !said.get(at.turn()).asksBy(at))
            .findFirst()
            .orElse(null);
  }

  private static Evidence first(List<SaidTurn> said, Set<Says> what) {
    return said.stream()
        .filter(SaidTurn::isCustomer)
        .flatMap(
            t -> t.words().stream().filter(w -> what.contains(w.says())).map(w -> t.at(w.span())))
        .findFirst()
        .orElse(null);
  }
}
