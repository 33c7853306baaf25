package org.vocstream.elasticsearch;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vocstream.feedback.DeadLetter;
import org.vocstream.feedback.Feedback;
import org.vocstream.scoring.ScoredFeedback;

/** One feedback on its way into the index, with what became of it so far. For one thread. */
final class FeedbackWrite {
  private final ScoredFeedback scored;
  private final Target target;
  private final String id;
  private int earlierMentions;
  private Outcome outcome;

  FeedbackWrite(ScoredFeedback scored, Target target) {
    this.scored = scored;
    this.target = target;
    this.id = DocumentId.feedback(scored.feedback().key());
  }

  String id() {
    return id;
  }

  /** What became of it, or null while it is on its way. */
  Outcome outcome() {
    return outcome;
  }

  void end(Outcome reached) {
    outcome = reached;
  }

  /** Number of mentions that the version in the index says it has. */
  void earlierMentions(int count) {
    earlierMentions = count;
  }

  private boolean isWithdrawal() {
    return scored.feedback().deleted();
  }

  /**
   * First step, in one request: the mentions of this version, then the feedback where none of its
   * id stands yet. Elasticsearch writes them in any order; where it stops in between, what is
   * missing comes with the replay.
   */
  List<Write> first(Clock clock) {
    List<Write> writes = new ArrayList<>();
    for (int i = 0; i < mentionCount(); i++) {
      writes.add(
          Write.index(
              target.mentions(), DocumentId.mention(id, i), MentionDocument.of(scored, i, clock)));
    }
    if (!isWithdrawal()) {
      writes.add(Write.create(target.feedback(), id, FeedbackDocument.of(scored, clock)));
    }
    return writes;
  }

  /** Second step, where one does: the removal of the mentions that this version no longer has. */
  List<Write> surplusRemoval() {
    return removal(mentionCount(), earlierMentions);
  }

  /**
   * Last step: the feedback, which tells how many mentions there are. Until then the earlier number
   * stands, so a crash in between leaves no mention that nobody counts.
   */
  Write feedback(Clock clock) {
    return isWithdrawal()
        ? Write.delete(target.feedback(), id)
        : Write.index(target.feedback(), id, FeedbackDocument.of(scored, clock));
  }

  /** After a refusal: the removal of every mention, of this version and the earlier one. */
  List<Write> mentionRemoval() {
    return removal(0, Math.max(mentionCount(), earlierMentions));
  }

  /** After that: the removal of the feedback, and the dead letter. */
  List<Write> refusal(Clock clock) {
    Feedback feedback = scored.feedback();
    DeadLetter letter =
        new DeadLetter(
            "index:" + feedback.key(),
            DeadLetter.INDEX,
            null,
            "Elasticsearch refused the document: " + outcome.reason(),
            WellFormed.cut(feedback.text(), DeadLetter.MAX_RAW));
    return List.of(
        Write.delete(target.feedback(), id),
        Write.index(
            target.deadLetters(),
            DocumentId.deadLetter(letter),
            DeadLetterDocument.of(letter, clock)));
  }

  private List<Write> removal(int from, int to) {
    return IntStream.range(from, Math.max(from, to))
        .mapToObj(i -> Write.delete(target.mentions(), DocumentId.mention(id, i)))
        .toList();
  }

  private int mentionCount() {
    return isWithdrawal() ? 0 : scored.mentions().size();
  }
}
