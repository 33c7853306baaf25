package org.vocstream.scoring;

import java.util.Collection;
import java.util.List;
import org.vocstream.feedback.Feedback;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.opinion.Mention;
import org.vocstream.pack.CompetitorSet;
import org.vocstream.pack.Pack;
import org.vocstream.suspect.DefaultPraise;

/**
 * The front door: one feedback in, all that it says out. A review is scored as a whole; of a
 * transcript each customer turn is scored, and what the agent says never is. A text in a language
 * other than Chinese and English is segmented for search and not scored.
 *
 * <p>Building one reads models and dictionaries (a second or so); scoring is cheap. Immutable and
 * safe for several threads. Takes time linear in the length of the text, and never throws for any
 * text.
 */
public final class FeedbackScorer {
  private final TextScorer texts;
  private final TranscriptScorer transcripts;
  private final DefaultPraise defaultPraise = new DefaultPraise();

  private FeedbackScorer(TextScorer texts) {
    this.texts = texts;
    this.transcripts = new TranscriptScorer(texts);
  }

  /**
   * A scorer with the bundled models.
   *
   * @throws IllegalArgumentException where a model that the pack needs is missing or broken
   */
  public static FeedbackScorer of(Pack pack) {
    return of(pack, List.of());
  }

  /**
   * A scorer with models of one's own.
   *
   * @throws IllegalArgumentException where a model that the pack needs is missing or broken
   */
  public static FeedbackScorer of(Pack pack, ModelFolder models) {
    return of(pack, ScoringOptions.of(models));
  }

  /**
   * A scorer with models of one's own, or with more or less effort.
   *
   * @throws IllegalArgumentException where a model that is needed is missing or broken
   */
  public static FeedbackScorer of(Pack pack, ScoringOptions options) {
    return of(pack, List.of(), options);
  }

  /**
   * A scorer that keeps some words whole when it segments.
   *
   * @param terms names of brands and products, as people write them
   * @throws IllegalArgumentException where a model that the pack needs is missing or broken
   */
  public static FeedbackScorer of(Pack pack, Collection<String> terms) {
    return of(pack, terms, ScoringOptions.STANDARD);
  }

  /**
   * A scorer with options that keeps some words whole when it segments.
   *
   * @throws IllegalArgumentException where a model that the pack needs is missing or broken
   */
  public static FeedbackScorer of(Pack pack, Collection<String> terms, ScoringOptions options) {
    return new FeedbackScorer(new TextScorer(pack, terms, options));
  }

  /**
   * A scorer with the same models for another version of its pack, or other brands. Reads no model.
   *
   * @param pack names the same trained model as the pack of this scorer
   * @throws IllegalArgumentException where the trained model finds an indicator that the pack does
   *     not have
   */
  public FeedbackScorer with(Pack pack, CompetitorSet competitors) {
    return new FeedbackScorer(texts.with(pack, competitors));
  }

  /**
   * Pack, models, the competitor set where there is one, and what else may read English: {@code
   * cosmetics@1.0.0+models@1f0c22aa}, {@code cosmetics@1.0.0+models@1f0c22aa+tea-2026@1.0.0} or
   * {@code airline@1.0.0+models@1f0c22aa+corenlp@4.5.10+rntn}. A text bears what has read it.
   */
  public String scoredBy() {
    return texts.scoredBy();
  }

  /**
   * All that a feedback says. Where its brand is given by an alias of the competitor set, the
   * result is of the brand.
   */
  public ScoredFeedback score(Feedback given) {
    Feedback feedback = texts.named(given);
    if (feedback.isTranscript()) {
      return transcripts.score(feedback);
    }
    DocumentFeatures read = texts.read(feedback.text(), feedback.channel());
    List<Mention> mentions = texts.mentions(read, feedback.brand());
    return new ScoredFeedback(
        feedback,
        texts.line(feedback),
        read.text().text().language(),
        texts.tokens(read, feedback),
        texts.sentiment(read, feedback.channel()),
        mentions,
        texts.unassigned(read, mentions),
        texts.comparisons(read, feedback.brand(), mentions),
        TranscriptScore.NONE,
        defaultPraise.test(read.text().text())
            ? new Suspicion(List.of(Flag.DEFAULT_PRAISE), null)
            : Suspicion.NONE,
        texts.scoredBy(read));
  }
}
