package org.vocstream.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vocstream.call.Contact;
import org.vocstream.call.EmotionCurve;
import org.vocstream.call.ReadTurn;
import org.vocstream.call.Satisfaction;
import org.vocstream.call.SatisfactionEvidence;
import org.vocstream.call.TranscriptModel;
import org.vocstream.call.TurnScorer;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.Speaker;
import org.vocstream.feedback.Turn;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.opinion.Comparison;
import org.vocstream.opinion.Mention;
import org.vocstream.opinion.OpenedIndicator;
import org.vocstream.opinion.UnassignedOpinion;
import org.vocstream.text.Language;

/**
 * Scores a call or chat turn by turn, and as a whole. Only what the customer says has a sentiment,
 * a satisfaction and mentions. How he feels at a turn is told by a {@link TurnScorer}; peak, end
 * and slope are those of the {@link EmotionCurve} over it. Satisfaction over the whole comes from a
 * {@link TranscriptModel}, and is the mean of the curve where there is none. Immutable and safe for
 * several threads.
 */
final class TranscriptScorer {
  private final TextScorer scorer;

  TranscriptScorer(TextScorer scorer) {
    this.scorer = scorer;
  }

  ScoredFeedback score(Feedback feedback) {
    DocumentFeatures whole = scorer.read(said(feedback), feedback.channel());
    Language language = whole.text().text().language();
    List<TurnScore> turns = new ArrayList<>();
    List<ReadTurn> reads = new ArrayList<>();
    List<EmotionCurve.Point> curve = new ArrayList<>();
    List<Mention> mentions = new ArrayList<>();
    List<UnassignedOpinion> unassigned = new ArrayList<>();
    List<Comparison> comparisons = new ArrayList<>();
    List<String> tokens = new ArrayList<>();
    OpenedIndicator open = null;
    for (int i = 0; i < feedback.turns().size(); i++) {
      Turn turn = feedback.turns().get(i);
      DocumentFeatures read = scorer.read(turn.text(), feedback.channel(), language);
      tokens.add(scorer.tokens(read, feedback));
      TurnScorer.Scores scores =
          turn.speaker() == Speaker.CUSTOMER ? scorer.turn(read, feedback.channel()) : null;
      Satisfaction satisfaction = scores == null ? null : scores.satisfaction();
      reads.add(
          new ReadTurn(turn.speaker(), read.text(), scores == null ? null : satisfaction.score()));
      if (scores == null) {
        turns.add(TurnScore.NONE);
        OpenedIndicator asked = OpenedIndicator.by(scorer.mentionsInTurn(read, feedback.brand()));
        open = asked == null ? open : asked;
        continue;
      }
      turns.add(new TurnScore(scores.sentiment(), satisfaction.label(), satisfaction.score()));
      curve.add(EmotionCurve.Point.of(satisfaction.score(), turn.text()));
      List<Mention> own = scorer.mentionsInTurn(read, feedback.brand());
      List<UnassignedOpinion> left = scorer.unassigned(read, own);
      if (open != null && OpenedIndicator.isLeftOpen(own)) {
        own = open.carried(turn.text(), own, left, feedback.brand());
        left = List.of();
      }
      open = OpenedIndicator.by(own);
      for (Mention mention : own) {
        mentions.add(mention.inTurn(i, turn.start()));
      }
      for (UnassignedOpinion opinion : left) {
        unassigned.add(opinion.inTurn(turn.start()));
      }
      for (Comparison found : scorer.comparisons(read, feedback.brand(), own)) {
        comparisons.add(found.inTurn(turn.start()));
      }
    }
    return new ScoredFeedback(
        feedback,
        scorer.line(feedback),
        language,
        tokens.stream().filter(t -> !t.isEmpty()).collect(Collectors.joining(" ")),
        scorer.sentiment(whole, feedback.channel()),
        List.copyOf(mentions),
        List.copyOf(unassigned),
        List.copyOf(comparisons),
        whole(
            feedback,
            turns,
            reads,
            new EmotionCurve(curve),
            scorer.transcripts(language),
            scorer.contact(feedback, mentions)),
        Suspicion.NONE,
        scorer.scoredBy(whole));
  }

  private static String said(Feedback feedback) {
    return feedback.turns().stream()
        .filter(t -> t.speaker() == Speaker.CUSTOMER)
        .map(Turn::text)
        .collect(Collectors.joining("\n"));
  }

  private static TranscriptScore whole(
      Feedback feedback,
      List<TurnScore> turns,
      List<ReadTurn> reads,
      EmotionCurve curve,
      TranscriptModel model,
      Contact contact) {
    List<SatisfactionEvidence> evidence = new ArrayList<>();
    if (model != null && curve.mean() != null) {
      for (SatisfactionEvidence span : model.evidence(reads)) {
        evidence.add(span.from(feedback.turns().get(span.turn()).start()));
      }
    }
    return new TranscriptScore(
        List.copyOf(turns),
        model == null ? curve.mean() : model.score(reads),
        curve.peak(),
        curve.end(),
        curve.slope(),
        List.copyOf(evidence),
        contact);
  }
}
