package org.vocstream.training;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.vocstream.call.RoleModel;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.LinearModelFile;
import org.vocstream.opinion.AspectModel;
import org.vocstream.opinion.DeepAspects;
import org.vocstream.opinion.MentionFinder;
import org.vocstream.opinion.PackPolarity;
import org.vocstream.opinion.PolarityModel;
import org.vocstream.pack.Indicator;
import org.vocstream.pack.Pack;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.segment.HanLpSegmenter;
import org.vocstream.segment.SegmentedText;
import org.vocstream.segment.Segmenter;
import org.vocstream.sentiment.DeepSentimentModel;
import org.vocstream.sentiment.EncoderRuntime;
import org.vocstream.sentiment.LinearSentimentModel;
import org.vocstream.sentiment.TextEncoder;
import org.vocstream.text.Language;
import org.vocstream.text.PreparedText;
import org.vocstream.text.TextPreparer;
import org.vocstream.training.RoleDialogues.Dialogue;

/**
 * Trains every bundled model and writes it with its card. The same data and date give the same
 * bytes.
 */
public final class Training {
  /** What can be trained by itself. */
  public static final List<String> NAMES =
      Stream.of(
              Stream.of(
                  "sentiment-zh",
                  DeepSentimentModel.name(Language.ZH),
                  "sentiment-en",
                  DeepSentimentModel.name(Language.EN),
                  "polarity-zh",
                  "polarity-en",
                  RoleModel.NAME),
              DataSets.ASPECTS.keySet().stream().map(Training::aspects),
              TuningRows.packs().stream().map(pack -> aspects(pack) + DeepAspects.ENDING),
              CallTraining.NAMES.stream())
          .flatMap(names -> names)
          .toList();

  private final Path data;
  private final Corpus corpus;
  private final Set<String> only;
  private final Path out;
  private final LocalDate date;
  private final Consumer<String> progress;
  private final TrainingPlan plan = TrainingPlan.standard();
  private final Reading reading = reading();

  private Training(
      Path data,
      Corrections corrections,
      Set<String> only,
      Path out,
      LocalDate date,
      Consumer<String> progress) {
    this.data = data;
    this.corpus = new Corpus(data, corrections);
    this.only = only;
    this.out = out;
    this.date = date;
    this.progress = progress;
  }

  /**
   * Trains models; all of them take some five minutes on two cores and 4 GB of heap.
   *
   * @param data folder of the labelled data, one folder per set
   * @param corrections file of corrections that join them, or null
   * @param only names of the models to train ({@link #NAMES}); none for all
   * @param out folder for models ({@code .vocl}) and cards ({@code .card.json})
   * @param date date of training, for the cards
   * @param progress told of each step
   * @throws IllegalArgumentException where there is no such data
   */
  public static void train(
      Path data,
      Path corrections,
      Set<String> only,
      Path out,
      LocalDate date,
      Consumer<String> progress) {
    new Training(data, Corrections.of(corrections), only, out, date, progress).run();
  }

  private void run() {
    LinearModel linear =
        sentiment(
            Language.ZH,
            new SentimentTrainer(
                plan.chinese(), plan.chineseSentiment(), plan.chinesePatterns(), reading));
    LinearModel english =
        sentiment(
            Language.EN,
            new SentimentTrainer(
                new FeatureRecipe(2, 5, 2), plan.englishSums(), plan.englishPatterns(), reading));
    calls(linear, english);
    PolarityModel chinese =
        polarity("polarity-zh", plan.chinesePolarity(), plan.clause(), DataSets.OPINIONS_ZH);
    PolarityModel englishPolarity =
        polarity("polarity-en", plan.englishPolarity(), plan.english(), DataSets.OPINIONS_EN);
    DataSets.ASPECTS.forEach(
        (pack, sets) -> {
          if (wanted(aspects(pack)) || wanted(aspects(pack) + DeepAspects.ENDING)) {
            aspects(pack, sets, chinese, englishPolarity);
          }
        });
    roles();
  }

  /** Who of a call is the agent, learned from dialogues that say so. */
  private void roles() {
    if (!wanted(RoleModel.NAME)) {
      return;
    }
    List<Dialogue> dialogues =
        RoleDialogues.SETS.stream().flatMap(s -> RoleDialogues.of(data, s).stream()).toList();
    RoleTrainer trainer = RoleTrainer.standard();
    List<LabelledText> rows = trainer.rows(dialogues);
    progress.accept(RoleModel.NAME + ": " + rows.size() + " speeches");
    if (rows.isEmpty()) {
      return;
    }
    LinearModel model = trainer.train(rows);
    write(model, trainer, rows, RoleEvaluation.confusions(dialogues, model));
  }

  /** What is learnt of calls and chats, with the sentiment models of this training. */
  private void calls(LinearModel chinese, LinearModel english) {
    Map<String, LinearModel> sentiment = new TreeMap<>();
    sentiment.put("zh", chinese == null ? ModelFolder.bundled().model("sentiment-zh") : chinese);
    sentiment.put("en", english == null ? ModelFolder.bundled().model("sentiment-en") : english);
    CallTraining training = new CallTraining(data, plan, reading, sentiment, date);
    for (String name : CallTraining.NAMES) {
      if (wanted(name)) {
        training.train(name, out, progress);
      }
    }
  }

  /** Name of the model that finds the indicators of a pack. */
  private static String aspects(String pack) {
    return pack + "-aspects";
  }

  private boolean wanted(String name) {
    return only.isEmpty() || only.contains(name);
  }

  /** The linear model of a language, or null where it is not wanted, and what stands beside it. */
  private LinearModel sentiment(Language language, SentimentTrainer trainer) {
    String name = "sentiment-" + language.code();
    LinearModel linear =
        wanted(name) ? sentiment(name, trainer, DataSets.sentiment(language)) : null;
    if (wantedWithEncoder(DeepSentimentModel.name(language))) {
      deep(language, linear == null ? ModelFolder.bundled().model(name) : linear, trainer);
    }
    return linear;
  }

  private LinearModel sentiment(String name, SentimentTrainer trainer, List<String> sets) {
    List<LabelledText> texts = texts(name, sets);
    LinearModel model = trainer.train(name, texts);
    LinearSentimentModel scoring = new LinearSentimentModel(model);
    Map<String, Confusion> measured = new TreeMap<>();
    for (String set : sets) {
      measured.put(set, SentimentEvaluation.confusion(scoring, corpus.heldOut(set), reading));
    }
    write(model, trainer.described(), texts, measured);
    return model;
  }

  /** What the encoder counts beside the linear model. */
  private void deep(Language language, LinearModel linear, SentimentTrainer whole) {
    TextEncoder encoder = EncoderRuntime.find().bundled(language);
    List<String> sets = DataSets.sentiment(language);
    List<LabelledText> texts = texts(DeepSentimentModel.name(language), sets);
    DeepTrainer trainer = new DeepTrainer(encoder, reading);
    LinearModel model = trainer.sentiment(language, whole.unseen(linear, texts));
    DeepSentimentModel scoring =
        new DeepSentimentModel(language, new LinearSentimentModel(linear), model, encoder);
    Map<String, Confusion> measured = new TreeMap<>();
    for (String set : sets) {
      measured.put(set, SentimentEvaluation.confusion(scoring, corpus.heldOut(set), reading));
    }
    write(model, trainer, texts, measured);
  }

  private boolean wantedWithEncoder(String name) {
    if (wanted(name) && only.isEmpty() && !EncoderRuntime.isThere()) {
      progress.accept(name + ": not trained, there is no encoder");
      return false;
    }
    return wanted(name);
  }

  private PolarityModel polarity(
      String name, LinearTrainer trainer, FeatureRecipe recipe, List<String> sets) {
    if (!wanted(name)) {
      return new PolarityModel(ModelFolder.bundled().model(name));
    }
    List<LabelledText> texts = texts(name, sets);
    PolarityTrainer polarity = new PolarityTrainer(recipe, trainer, reading);
    LinearModel model = polarity.train(name, texts);
    Map<String, Confusion> measured = new TreeMap<>();
    for (String set : sets) {
      measured.put(set, polarity.confusion(model, corpus.heldOut(set)));
    }
    write(model, trainer, texts, measured);
    return new PolarityModel(model);
  }

  private void aspects(String code, AspectData data, PolarityModel chinese, PolarityModel english) {
    Pack pack = new PackLoader().load(code);
    PackTopics topics = PackTopics.of(pack, data, corpus);
    List<Indicator> learned = topics.learned();
    String name = aspects(code);
    if (learned.isEmpty()) {
      progress.accept(
          name + ": not trained, no text of " + data.measured() + " marks its indicators");
      return;
    }
    List<LabelledText> texts =
        texts(name, data.sets()).stream()
            // Of dialogues only what is no opinion: every review of the sets has one.
            .filter(t -> !t.aspects().isEmpty() || t.label() != null)
            // A correction must show where its opinions stand; else its clauses would teach that
            // they speak of nothing.
            .filter(t -> !t.set().equals(LabelledFile.SET) || t.showsItsOpinions())
            .map(t -> topics.renamed(t, reading))
            .toList();
    if (wanted(name)) {
      OfPack parts = parts(name, data, pack, learned, texts);
      MentionFinder finder =
          new MentionFinder(pack, topics.cues(), parts.model(), chinese, english);
      AspectEvaluation evaluation = new AspectEvaluation(pack, data, finder);
      Map<String, FoundMentions> found = new LinkedHashMap<>();
      for (String set : data.measured()) {
        found.put(set, evaluation.found(corpus, set));
      }
      boolean isEnglish = data.language() == Language.EN;
      write(
          parts.document,
          isEnglish ? plan.englishAspectText() : plan.aspectText(),
          texts,
          found,
          pack);
      write(
          parts.clause,
          isEnglish ? plan.englishAspectClause() : plan.aspectClause(),
          texts,
          found,
          pack);
      if (parts.polarity != null) {
        write(parts.polarity, ofPolarity(data), texts, found, pack);
      }
    }
    if (TuningRows.packs().contains(code) && wantedWithEncoder(name + DeepAspects.ENDING)) {
      deepAspects(name, topics, texts);
    }
  }

  /** The weights of the trained model of a pack; of the polarity null where the general serves. */
  private record OfPack(LinearModel document, LinearModel clause, LinearModel polarity) {
    AspectModel model() {
      return new AspectModel(
          document, clause, polarity == null ? null : new PackPolarity(polarity));
    }
  }

  private OfPack parts(
      String name, AspectData data, Pack pack, List<Indicator> learned, List<LabelledText> texts) {
    boolean isEnglish = data.language() == Language.EN;
    FeatureRecipe recipe = isEnglish ? plan.englishClause() : plan.clause();
    AspectTrainer.Trained trained =
        new AspectTrainer(
                recipe,
                isEnglish ? plan.englishAspectText() : plan.aspectText(),
                isEnglish ? plan.englishAspectClause() : plan.aspectClause(),
                reading,
                pack,
                learned.stream().map(data::name).toList(),
                isEnglish)
            .train(name, texts.stream().filter(data::tellsOfTopics).toList());
    LinearModel polarity = null;
    if (isEnglish) {
      polarity =
          new SurroundingsTrainer(recipe, ofPolarity(data), reading, pack, data, learned)
              .train(name + AspectModel.POLARITY, texts);
    } else if (isOftenNeutral(texts)) {
      polarity =
          new PackPolarityTrainer(recipe, ofPolarity(data), reading, pack, learned)
              .train(name + AspectModel.POLARITY, texts);
    }
    return new OfPack(trained.document(), trained.clause(), polarity);
  }

  private LinearTrainer ofPolarity(AspectData data) {
    return data.language() == Language.EN ? plan.surroundings() : plan.packPolarity();
  }

  /** What the encoder counts beside the trained model of a pack, fitted beside a trial of it. */
  private void deepAspects(String name, PackTopics topics, List<LabelledText> texts) {
    AspectData data = topics.data();
    Language language = data.language();
    Set<String> keys = TuningRows.unseen(corpus, language);
    List<LabelledText> unseen =
        texts.stream()
            .filter(t -> keys.contains(Corpus.key(t.text())) && data.measured().contains(t.set()))
            .filter(data::tellsOfTopics)
            .toList();
    List<LabelledText> seen =
        texts.stream().filter(t -> !keys.contains(Corpus.key(t.text()))).toList();
    LinearModel polarity =
        (language == Language.EN
                ? new PolarityTrainer(plan.english(), plan.englishPolarity(), reading)
                : new PolarityTrainer(plan.clause(), plan.chinesePolarity(), reading))
            .train(
                "polarity-" + language.code(),
                corpus.training(DataSets.opinions(language)).stream()
                    .filter(t -> !keys.contains(Corpus.key(t.text())))
                    .toList());
    PolarityModel general = new PolarityModel(polarity);
    MentionFinder trial =
        new MentionFinder(
            topics.pack(),
            topics.cues(),
            parts(name, data, topics.pack(), topics.learned(), seen).model(),
            general,
            general);
    DeepTrainer trainer = new DeepTrainer(EncoderRuntime.find().bundled(language), reading);
    LinearModel model = trainer.aspects(name, topics, topics.open(corpus), trial, unseen);
    write(model, trainer, unseen, Map.of());
  }

  /** Whether more than a third of what texts say of indicators is neutral. */
  private static boolean isOftenNeutral(List<LabelledText> texts) {
    long all = texts.stream().mapToLong(t -> t.aspects().size()).sum();
    long neutral =
        texts.stream().flatMap(t -> t.aspects().values().stream()).filter(p -> p == 0).count();
    return 3 * neutral > all;
  }

  private List<LabelledText> texts(String name, List<String> sets) {
    List<LabelledText> texts = corpus.training(sets);
    progress.accept(name + ": " + texts.size() + " texts of " + sets.size() + " sets");
    return texts;
  }

  private void write(
      LinearModel model,
      Trainer trainer,
      List<LabelledText> texts,
      Map<String, Confusion> measured) {
    write(
        model,
        bytes -> new ModelCard(model, bytes, trainer, texts, measured, Map.of(), null, date));
  }

  private void write(
      LinearModel model,
      LinearTrainer trainer,
      List<LabelledText> texts,
      Map<String, FoundMentions> found,
      Pack pack) {
    write(
        model,
        bytes -> new ModelCard(model, bytes, trainer, texts, Map.of(), found, pack.id(), date));
  }

  private void write(LinearModel model, IntFunction<ModelCard> card) {
    int bytes = LinearModelFile.write(model).length;
    ModelFolder.write(out, model, card.apply(bytes).json(corpus));
    progress.accept(model.name() + ": " + model.rows() + " features, " + bytes / 1024 + " KB");
  }

  /** Reads texts of the data as the scorer reads feedback. */
  static Reading reading() {
    TextPreparer preparer = new TextPreparer();
    Segmenter segmenter = new HanLpSegmenter();
    return stored -> {
      PreparedText text = preparer.prepare(stored);
      return new SegmentedText(text, segmenter.segment(text.folded()));
    };
  }
}
