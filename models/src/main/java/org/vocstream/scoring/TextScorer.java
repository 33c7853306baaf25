package org.vocstream.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.vocstream.call.Contact;
import org.vocstream.call.ContactFinder;
import org.vocstream.call.TranscriptModel;
import org.vocstream.call.TurnScorer;
import org.vocstream.english.CoreNlpUse;
import org.vocstream.english.EnglishReader;
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
import org.vocstream.text.HeardNames;
import org.vocstream.text.Language;
import org.vocstream.text.PreparedText;
import org.vocstream.text.TextPreparer;

/** Scores one text, whatever it belongs to. Immutable and safe for several threads. */
final class TextScorer {
  /** What {@code scored_by} ends with where the trees of a text have counted. */
  private static final String TREES = "+rntn";

  private final TextPreparer preparer = new TextPreparer();
  private final HeardNames heard;
  private final Segmenter segmenter;
  private final TrainedModels models;
  private final TurnScorer chineseTurns;
  private final TurnScorer englishTurns;

  /** Reads English, or null where that is not asked for. */
  private final EnglishReader reader;

  private final MentionFinder finder;
  private final BrandNames brands;
  private final Departures departures;
  private final UnassignedOpinions unassigned;
  private final ComparisonFinder comparisons;
  private final ContactFinder contacts;
  private final ProductLines lines;
  private final SearchTokens tokens;
  private final String scoredBy;

  private final List<String> terms;
  private final ScoringOptions options;

  TextScorer(Pack pack, Collection<String> terms, ScoringOptions options) {
    this(pack, terms, options, TrainedModels.of(options, pack.aspectModel()));
  }

  private TextScorer(
      Pack pack, Collection<String> terms, ScoringOptions options, TrainedModels models) {
    this.terms = List.copyOf(terms);
    this.options = options;
    // Words of the pack do not join: the models know the words as they were cut in training, and
    // finding categories loses 0.7 points of F1 with others.
    TreeSet<String> whole = new TreeSet<>();
    terms.forEach(t -> whole.add(preparer.prepare(t).folded()));
    // A product's name holds words that the models know, 水光面膜: it is cut.
    for (CompetitorSet.Brand brand : options.competitors().brands()) {
      whole.add(preparer.prepare(brand.name()).folded());
      brand.aliases().forEach(a -> whole.add(preparer.prepare(a).folded()));
    }
    this.heard = new HeardNames(options.competitors().heardAs());
    this.segmenter = new HanLpSegmenter(new ArrayList<>(whole));
    this.models = models;
    this.chineseTurns = new TurnScorer(models.chineseSentiment(), models.turns());
    this.englishTurns = new TurnScorer(models.englishSentiment(), null);
    this.reader = options.english().use() == CoreNlpUse.OFF ? null : EnglishReader.find();
    CueMatcher cues = reader == null ? new CueMatcher(pack) : new CueMatcher(pack, reader);
    this.tokens = new SearchTokens(cues, preparer);
    this.finder =
        new MentionFinder(
            pack, cues, models.aspects(), models.chinesePolarity(), models.englishPolarity());
    this.unassigned = new UnassignedOpinions(models.chinesePolarity(), models.englishPolarity());
    this.brands = new BrandNames(terms, options.competitors());
    this.departures = new Departures(brands);
    this.comparisons = new ComparisonFinder(brands);
    this.contacts = new ContactFinder(pack);
    this.lines = new ProductLines(options.competitors());
    CompetitorSet set = options.competitors();
    this.scoredBy =
        pack.id()
            + "+"
            + models.id()
            + (set.id().isEmpty() ? "" : "+" + set.id() + "@" + set.version());
  }

  /** The same with another pack of the same trained model, and other brands. */
  TextScorer with(Pack pack, CompetitorSet competitors) {
    return new TextScorer(pack, terms, options.among(competitors), models);
  }

  /** Pack, models, the competitor set where there is one, and what else reads English. */
  String scoredBy() {
    return reader == null
        ? scoredBy
        : scoredBy + "+" + reader.id() + (models.englishTrees() == null ? "" : TREES);
  }

  /** What found the mentions of a text. */
  private String foundBy(DocumentFeatures text) {
    return text.text().english() == null ? scoredBy : scoredBy + "+" + reader.id();
  }

  /** What scored a text, which was scored before. */
  String scoredBy(DocumentFeatures text) {
    boolean trees = models.englishTrees() != null && models.englishTrees().hasRead(text);
    return foundBy(text) + (trees ? TREES : "");
  }

  /** The same feedback under the name by which its brand is known, if it came under an alias. */
  Feedback named(Feedback feedback) {
    String brand = brands.canonical(feedback.brand());
    return brand == null || brand.equals(feedback.brand()) ? feedback : feedback.ofBrand(brand);
  }

  /** The product line of its product, or null. */
  String line(Feedback feedback) {
    return lines.of(feedback);
  }

  DocumentFeatures read(String stored, Channel channel) {
    return read(prepared(stored, channel));
  }

  /** What was said was written by a recogniser; what was typed, by people. */
  private PreparedText prepared(String stored, Channel channel) {
    return channel == Channel.CALL
        ? preparer.prepareSpoken(stored, heard)
        : preparer.prepare(stored);
  }

  /** Reads a part of a longer text, which is too short to tell its own language. */
  DocumentFeatures read(String stored, Channel channel, Language language) {
    PreparedText own = prepared(stored, channel);
    return read(new PreparedText(own.stored(), own.folded(), own.offsets(), language));
  }

  private DocumentFeatures read(PreparedText text) {
    boolean english = reader != null && text.language() == Language.EN;
    return new DocumentFeatures(
        new SegmentedText(
            text,
            segmenter.segment(text.folded()),
            english ? reader.read(text.stored()).folded(text.offsets()) : null));
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
    return departures.named(text, brand, finder.find(text, brand, foundBy(text)));
  }

  List<Mention> mentionsInTurn(DocumentFeatures text, String brand) {
    return departures.named(text, brand, finder.findInTurn(text, brand, foundBy(text)));
  }

  List<UnassignedOpinion> unassigned(DocumentFeatures text, List<Mention> mentions) {
    return unassigned.find(text, mentions);
  }

  List<Comparison> comparisons(DocumentFeatures text, String brand, List<Mention> mentions) {
    return comparisons.find(text, brand, mentions);
  }

  /**
   * Why the customer made contact and how it ended. Every word counts here, fillers too: 嗯好 is an
   * answer.
   */
  Contact contact(Feedback transcript, List<Mention> mentions) {
    List<PreparedText> turns =
        transcript.turns().stream().map(turn -> preparer.prepare(turn.text())).toList();
    return contacts.find(transcript.turns(), turns, mentions);
  }

  /** The words for search, joined with spaces. */
  String tokens(DocumentFeatures text, Feedback feedback) {
    return tokens.of(text, feedback);
  }
}
