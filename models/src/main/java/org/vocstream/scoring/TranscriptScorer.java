package org.vocstream.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.Speaker;
import org.vocstream.feedback.Turn;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.opinion.Comparison;
import org.vocstream.opinion.Mention;
import org.vocstream.opinion.UnassignedOpinion;
import org.vocstream.sentiment.Sentiment;
import org.vocstream.text.Language;
import org.vocstream.text.PreparedText;

/**
 * Scores a call or chat turn by turn.
 *
 * <p>Satisfaction over the whole is {@code sum(w * score) / sum(w)} over the customer's turns,
 * where {@code w = min(1, n / 10)} and n counts the letters and digits of the turn, so that a 嗯 or
 * an "ok" weighs little. The peak is the score that is farthest from 0 (the first of several), the
 * end that of the last customer turn with words: the two moments that decide what is remembered
 * (Kahneman, 1993). Immutable and safe for several threads.
 */
final class TranscriptScorer {
  /** Letters and digits from which on a turn counts in full. */
  private static final double FULL_WEIGHT = 10;

  private final TextScorer scorer;

  TranscriptScorer(TextScorer scorer) {
    this.scorer = scorer;
  }

  ScoredFeedback score(Feedback feedback) {
    String said =
        feedback.turns().stream()
            .filter(t -> t.speaker() == Speaker.CUSTOMER)
            .map(Turn::text)
            .collect(Collectors.joining("\n"));
    DocumentFeatures whole = scorer.read(said, feedback.channel());
    Language language = whole.text().text().language();
    List<TurnScore> turns = new ArrayList<>();
    List<Mention> mentions = new ArrayList<>();
    List<UnassignedOpinion> unassigned = new ArrayList<>();
    List<Comparison> comparisons = new ArrayList<>();
    List<String> tokens = new ArrayList<>();
    List<PreparedText> texts = new ArrayList<>();
    double weights = 0;
    double sum = 0;
    Double peak = null;
    Double end = null;
    for (int i = 0; i < feedback.turns().size(); i++) {
      Turn turn = feedback.turns().get(i);
      DocumentFeatures read = scorer.read(turn.text(), feedback.channel(), language);
      tokens.add(scorer.tokens(read, feedback));
      texts.add(read.text().text());
      Sentiment sentiment =
          turn.speaker() == Speaker.CUSTOMER ? scorer.sentiment(read, feedback.channel()) : null;
      turns.add(new TurnScore(sentiment, sentiment == null ? null : sentiment.label()));
      if (sentiment != null) {
        List<Mention> own = scorer.mentionsInTurn(read, feedback.brand());
        for (Mention mention : own) {
          mentions.add(mention.inTurn(i, turn.start()));
        }
        for (UnassignedOpinion opinion : scorer.unassigned(read, own)) {
          unassigned.add(opinion.inTurn(turn.start()));
        }
        for (Comparison found : scorer.comparisons(read, feedback.brand(), own)) {
          comparisons.add(found.inTurn(turn.start()));
        }
        double weight = weight(turn.text());
        weights += weight;
        sum += weight * sentiment.score();
        peak =
            peak == null || Math.abs(sentiment.score()) > Math.abs(peak)
                ? Double.valueOf(sentiment.score())
                : peak;
        end = sentiment.score();
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
        new TranscriptScore(
            List.copyOf(turns),
            weights > 0 ? sum / weights : null,
            peak,
            end,
            scorer.contact(feedback, texts, mentions)),
        Suspicion.NONE,
        scorer.scoredBy(whole));
  }

  private static double weight(String text) {
    return Math.min(1, text.codePoints().filter(Character::isLetterOrDigit).count() / FULL_WEIGHT);
  }
}
