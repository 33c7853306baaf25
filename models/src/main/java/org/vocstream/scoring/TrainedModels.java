package org.vocstream.scoring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vocstream.call.RoleModel;
import org.vocstream.call.TranscriptModel;
import org.vocstream.call.TurnModel;
import org.vocstream.english.EnglishReader;
import org.vocstream.linear.LinearModel;
import org.vocstream.opinion.AspectModel;
import org.vocstream.opinion.DeepAspects;
import org.vocstream.opinion.PackPolarity;
import org.vocstream.opinion.PolarityModel;
import org.vocstream.pack.PackLoader;
import org.vocstream.sentiment.DeepSentimentModel;
import org.vocstream.sentiment.EncoderModel;
import org.vocstream.sentiment.EncoderRuntime;
import org.vocstream.sentiment.Lexicon;
import org.vocstream.sentiment.LinearSentimentModel;
import org.vocstream.sentiment.SentimentModel;
import org.vocstream.sentiment.TreeSentimentModel;
import org.vocstream.text.Language;

/**
 * The trained models that score with a pack. Immutable and safe for several threads.
 *
 * @param chineseSentiment sentiment of Chinese and mixed texts
 * @param englishSentiment sentiment of English texts
 * @param chinesePolarity polarity of Chinese clauses
 * @param englishPolarity polarity of English clauses
 * @param englishTrees parse trees of English sentences beside {@code englishSentiment}; null where
 *     nobody asks for them
 * @param encoders with effort deep: sentiment of texts in the languages that each reads, before the
 *     two above; else none
 * @param aspects finds the indicators of the pack, or null where its cues do
 * @param turns satisfaction at a turn of a Chinese call or chat
 * @param transcripts satisfaction with whole calls and chats, by the code of their language
 * @param id {@code models@} and eight hexadecimal digits that change with any of the weights and of
 *     the lexicons beside them
 */
public record TrainedModels(
    LinearSentimentModel chineseSentiment,
    LinearSentimentModel englishSentiment,
    PolarityModel chinesePolarity,
    PolarityModel englishPolarity,
    TreeSentimentModel englishTrees,
    List<EncoderModel> encoders,
    AspectModel aspects,
    TurnModel turns,
    Map<String, TranscriptModel> transcripts,
    String id) {

  /** The model that tells satisfaction at the turns of Chinese calls and chats. */
  public static final String TURNS = "turn-satisfaction-zh";

  private static final List<String> OF_EVERY_PACK =
      List.of("sentiment-zh", "sentiment-en", "polarity-zh", "polarity-en");

  private static final List<String> TRANSCRIPT_LANGUAGES = List.of("en", "zh");

  /** Name of the model that tells satisfaction with whole calls and chats in a language. */
  public static String transcripts(String language) {
    return "transcript-satisfaction-" + language;
  }

  private static List<String> ofCalls() {
    return Stream.concat(
            Stream.of(TURNS), TRANSCRIPT_LANGUAGES.stream().map(TrainedModels::transcripts))
        .toList();
  }

  /**
   * The models that these options ask for.
   *
   * @param aspectModel name of the trained model that finds indicators, or null
   * @throws IllegalArgumentException where a model is missing or broken
   */
  public static TrainedModels of(ScoringOptions options, String aspectModel) {
    List<LinearModel> read = new ArrayList<>();
    for (String name : OF_EVERY_PACK) {
      read.add(options.models().model(name));
    }
    AspectModel aspects = null;
    if (aspectModel != null && options.effort() != Effort.FAST) {
      LinearModel text = options.models().model(aspectModel + "-text");
      LinearModel clause = options.models().model(aspectModel + "-clause");
      read.addAll(List.of(text, clause));
      PackPolarity polarity = null;
      if (options.models().has(aspectModel + AspectModel.POLARITY)) {
        read.add(options.models().model(aspectModel + AspectModel.POLARITY));
        polarity = new PackPolarity(read.get(read.size() - 1));
      }
      boolean deep =
          options.effort() == Effort.DEEP
              && options.encoder() == null
              && options.models().has(aspectModel + DeepAspects.ENDING);
      if (deep) {
        read.add(options.models().model(aspectModel + DeepAspects.ENDING));
      }
      aspects =
          new AspectModel(
              text,
              clause,
              polarity,
              deep
                  ? new DeepAspects(
                      read.get(read.size() - 1),
                      EncoderRuntime.find()
                          .bundled(text.has(AspectModel.ENGLISH) ? Language.EN : Language.ZH),
                      aspectModel.substring(0, aspectModel.lastIndexOf("-aspects")))
                  : null);
    }
    TurnModel turns = new TurnModel(options.models().model(TURNS));
    Map<String, TranscriptModel> transcripts = new TreeMap<>();
    for (String language : TRANSCRIPT_LANGUAGES) {
      transcripts.put(language, new TranscriptModel(options.models().model(transcripts(language))));
    }
    ofCalls().forEach(name -> read.add(options.models().model(name)));
    LinearSentimentModel chinese = new LinearSentimentModel(read.get(0));
    LinearSentimentModel english = new LinearSentimentModel(read.get(1));
    List<EncoderModel> encoders =
        options.effort() == Effort.DEEP ? encoders(options, chinese, english) : List.of();
    return new TrainedModels(
        chinese,
        english,
        new PolarityModel(read.get(2)),
        new PolarityModel(read.get(3)),
        options.english().parses()
            ? new TreeSentimentModel(english, EnglishReader.find(), options.english())
            : null,
        encoders,
        aspects,
        turns,
        transcripts,
        "models@" + digest(read, encoders));
  }

  /**
   * The encoders that these options with effort deep ask for.
   *
   * @throws IllegalArgumentException where one cannot be used, or the module with them is not on
   *     the class path
   */
  public static List<EncoderModel> encoders(ScoringOptions options) {
    return encoders(
        options,
        new LinearSentimentModel(options.models().model("sentiment-zh")),
        new LinearSentimentModel(options.models().model("sentiment-en")));
  }

  /** One's own, or the bundled ones; English stays with parse trees where they are asked for. */
  private static List<EncoderModel> encoders(
      ScoringOptions options, LinearSentimentModel chinese, LinearSentimentModel english) {
    if (options.encoder() != null) {
      return List.of(EncoderRuntime.find().open(options.encoder()));
    }
    EncoderModel ofChinese = deep(options.models(), Language.ZH, chinese);
    return options.english().parses()
        ? List.of(ofChinese)
        : List.of(ofChinese, deep(options.models(), Language.EN, english));
  }

  /**
   * The bundled encoder beside the linear model, for texts in a language.
   *
   * @param language one of {@link DeepSentimentModel#LANGUAGES}
   * @throws IllegalArgumentException where the module with the encoder is not on the class path
   */
  public static DeepSentimentModel deep(ModelFolder models, Language language) {
    return deep(
        models, language, new LinearSentimentModel(models.model("sentiment-" + language.code())));
  }

  private static DeepSentimentModel deep(
      ModelFolder models, Language language, LinearSentimentModel linear) {
    EncoderRuntime runtime = EncoderRuntime.find();
    return new DeepSentimentModel(
        language,
        linear,
        models.model(DeepSentimentModel.name(language)),
        runtime.bundled(language));
  }

  /** The model of whole texts in a language, or null where it is not scored. */
  public SentimentModel sentiment(Language language) {
    for (EncoderModel encoder : encoders) {
      if (encoder.reads(language)) {
        return encoder;
      }
    }
    return switch (language) {
      case ZH, MIXED -> chineseSentiment;
      case EN -> englishTrees == null ? englishSentiment : englishTrees;
      case OTHER -> null;
    };
  }

  /** SHA-256 of every model that scores with a bundled pack, by name. */
  public static Map<String, String> digests(ModelFolder folder) {
    List<String> names = new ArrayList<>(OF_EVERY_PACK);
    names.addAll(ofCalls());
    names.add(RoleModel.NAME);
    DeepSentimentModel.LANGUAGES.forEach(l -> names.add(DeepSentimentModel.name(l)));
    for (String pack : PackLoader.names()) {
      String aspects = new PackLoader().load(pack).aspectModel();
      if (aspects != null) {
        names.add(aspects + "-text");
        names.add(aspects + "-clause");
        Stream.of(AspectModel.POLARITY, DeepAspects.ENDING)
            .map(ending -> aspects + ending)
            .filter(folder::has)
            .forEach(names::add);
      }
    }
    Map<String, String> digests = new TreeMap<>();
    names.forEach(n -> digests.put(n, folder.model(n).digest()));
    return digests;
  }

  private static String digest(List<LinearModel> models, List<EncoderModel> encoders) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (LinearModel model : models) {
        sha.update((model.name() + model.digest()).getBytes(StandardCharsets.UTF_8));
      }
      for (EncoderModel encoder : encoders) {
        sha.update(encoder.id().getBytes(StandardCharsets.UTF_8));
      }
      Lexicon.SCORING.forEach(name -> sha.update(Lexicon.bytes(name)));
      return HexFormat.of().formatHex(sha.digest()).substring(0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
