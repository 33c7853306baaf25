package org.vocstream.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.vocstream.call.TranscriptModel;
import org.vocstream.call.TurnScorer;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.opinion.BrandNames;
import org.vocstream.opinion.Comparison;
import org.vocstream.opinion.ComparisonFinder;
import org.vocstream.opinion.Departures;
import org.vocstream.opinion.Mention;
import org.vocstream.opinion.MentionFinder;
import org.vocstream.opinion.UnassignedOpinion;
import org.vocstream.opinion.UnassignedOpinions;
import org.vocstream.pack.CompetitorSet;
import org.vocstream.pack.CueMatcher;
import org.vocstream.pack.Pack;
import org.vocstream.segment.HanLpSegmenter;
import org.vocstream.segment.SegmentedText;
import org.vocstream.segment.Segmenter;
import org.vocstream.sentiment.Sentiment;
import org.vocstream.sentiment.SentimentModel;
import org.vocstream.text.Language;
import org.vocstream.text.PreparedText;
import org.vocstream.text.TextPreparer;

/** Scores one text, whatever it belongs to. Immutable and safe for several threads. */
final class TextScorer {
  private final TextPreparer preparer = new TextPreparer();
  private final Segmenter segmenter;
  private final TrainedModels models;
  private final TurnScorer chineseTurns;
  private final TurnScorer englishTurns;
  private final MentionFinder finder;
  private final BrandNames brands;
  private final Departures departures;
  private final UnassignedOpinions unassigned;
  private final ComparisonFinder comparisons;
  private final SearchTokens tokens;
  private final String scoredBy;

  TextScorer(Pack pack, Collection<String> terms, ScoringOptions options) {
    // Words of the pack do not join: the models know the words as they were cut in training, and
    // finding categories loses 0.7 points of F1 with others.
    TreeSet<String> whole = new TreeSet<>();
    terms.forEach(t -> whole.add(preparer.prepare(t).folded()));
    // A product's name holds words that the models know, 水光面膜: it is cut.
    for (CompetitorSet.Brand brand : options.competitors().brands()) {
      whole.add(preparer.prepare(brand.name()).folded());
      brand.aliases().forEach(a -> whole.add(preparer.prepare(a).folded()));
    }
    this.segmenter = new HanLpSegmenter(new ArrayList<>(whole));
    this.models = TrainedModels.of(options, pack.aspectModel());
    this.chineseTurns = new TurnScorer(models.chineseSentiment(), models.turns());
    this.englishTurns = new TurnScorer(models.englishSentiment(), null);
    CueMatcher cues = new CueMatcher(pack);
    this.tokens = new SearchTokens(cues, preparer);
    this.finder =
        new MentionFinder(
            pack, cues, models.aspects(), models.chinesePolarity(), models.englishPolarity());
    this.unassigned = new UnassignedOpinions(models.chinesePolarity(), models.englishPolarity());
    this.brands = new BrandNames(terms, options.competitors());
    this.departures = new Departures(brands);
    this.comparisons = new ComparisonFinder(brands);
    this.scoredBy = pack.id() + "+" + models.id();
  }

  String scoredBy() {
    return scoredBy;
  }

  /** The same feedback under the name by which its brand is known, if it came under an alias. */
  Feedback named(Feedback feedback) {
    String brand = brands.canonical(feedback.brand());
    return brand == null || brand.equals(feedback.brand()) ? feedback : feedback.ofBrand(brand);
  }

  DocumentFeatures read(String stored) {
    return read(preparer.prepare(stored));
  }

  /** Reads a part of a longer text, which is too short to tell its own language. */
  DocumentFeatures read(String stored, Language language) {
    PreparedText own = preparer.prepare(stored);
    return read(new PreparedText(own.stored(), own.folded(), own.offsets(), language));
  }

  private DocumentFeatures read(PreparedText text) {
    return new DocumentFeatures(new SegmentedText(text, segmenter.segment(text.folded())));
  }

  /** Sentiment, or null where there is nothing to score or the language is not scored. */
  Sentiment sentiment(DocumentFeatures text, Channel channel) {
    if (text.text().words().isEmpty()) {
      return null;
    }
    SentimentModel model = models.sentiment(text.text().text().language());
    return model == null ? null : model.score(text, channel);
  }

  /** Scores of a customer's turn, or null where it has no words or the language is not scored. */
  TurnScorer.Scores turn(DocumentFeatures text, Channel channel) {
    if (text.text().words().isEmpty()) {
      return null;
    }
    return switch (text.text().text().language()) {
      case ZH, MIXED -> chineseTurns.score(text, channel);
      case EN -> englishTurns.score(text, channel);
      case OTHER -> null;
    };
  }

  /** What tells satisfaction with a whole call or chat, or null. */
  TranscriptModel transcripts(Language language) {
    return switch (language) {
      case ZH, MIXED -> models.transcripts().get("zh");
      case EN -> models.transcripts().get("en");
      case OTHER -> null;
    };
  }

  List<Mention> mentions(DocumentFeatures text, String brand) {
    return departures.named(text, brand, finder.find(text, brand, scoredBy));
  }

  List<Mention> mentionsInTurn(DocumentFeatures text, String brand) {
    return departures.named(text, brand, finder.findInTurn(text, brand, scoredBy));
  }

  List<UnassignedOpinion> unassigned(DocumentFeatures text, List<Mention> mentions) {
    return unassigned.find(text, mentions);
  }

  List<Comparison> comparisons(DocumentFeatures text, String brand, List<Mention> mentions) {
    return comparisons.find(text, brand, mentions);
  }

  /** The words for search, joined with spaces. */
  String tokens(DocumentFeatures text, Feedback feedback) {
    return tokens.of(text, feedback);
  }
}
