package org.vocstream.training;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.PatternShape;

/**
 * The settings of each committed model, chosen on held-out rows. {@code small} serves tests: the
 * same steps on a handful of rows.
 */
record TrainingPlan(
    FeatureRecipe chinese,
    FeatureRecipe english,
    FeatureRecipe clause,
    FeatureRecipe englishClause,
    LinearTrainer chineseSentiment,
    List<SentimentTrainer.Sums> englishSums,
    LinearTrainer chinesePolarity,
    LinearTrainer englishPolarity,
    LinearTrainer aspectText,
    LinearTrainer aspectClause,
    LinearTrainer packPolarity,
    LinearTrainer englishAspectText,
    LinearTrainer englishAspectClause,
    LinearTrainer surroundings,
    List<PatternTrainer> chinesePatterns,
    List<PatternTrainer> englishPatterns,
    TurnTrainer turns,
    Map<String, TranscriptTrainer> transcripts) {

  /** Seed of every shuffle and solver. */
  static final long SEED = 20_261_122;

  static TrainingPlan standard() {
    return new TrainingPlan(
        new FeatureRecipe(1, 4, 2),
        new FeatureRecipe(2, 5, 2),
        new FeatureRecipe(1, 3, 2),
        new FeatureRecipe(3, 5, 2),
        new LinearTrainer(1, 0.1, 2, 1_000_000, SEED),
        List.of(
            new SentimentTrainer.Sums(
                new FeatureRecipe(1, 0, 2), true, new LinearTrainer(0.7, 0.2, 2, 150_000, SEED)),
            new SentimentTrainer.Sums(
                new FeatureRecipe(2, 5, 0), true, new LinearTrainer(1, 0.1, 2, 300_000, SEED))),
        new LinearTrainer(1, 0.1, 2, 300_000, SEED),
        new LinearTrainer(1, 0.1, 2, 150_000, SEED),
        new LinearTrainer(0.5, 0.2, 2, 100_000, SEED),
        new LinearTrainer(0.5, 0.2, 2, 250_000, SEED),
        new LinearTrainer(0.5, 0.015, 2, 300_000, SEED),
        new LinearTrainer(0.5, 0.05, 2, 80_000, SEED),
        new LinearTrainer(0.5, 0.05, 2, 60_000, SEED),
        new LinearTrainer(0.5, 0.05, 2, 150_000, SEED),
        List.of(
            new PatternTrainer(
                new PatternShape(PatternShape.Unit.CHARACTER, 2, 4, 64, 64), 3, 5, 0.05, SEED),
            new PatternTrainer(
                new PatternShape(PatternShape.Unit.WORD, 1, 3, 64, 64), 4, 3, 0.05, SEED)),
        List.of(
            new PatternTrainer(
                new PatternShape(PatternShape.Unit.WORD, 1, 3, 64, 64), 2, 8, 0.05, SEED),
            new PatternTrainer(
                new PatternShape(PatternShape.Unit.WORD, 1, 3, 64, 64), 3, 6, 0.05, SEED + 1),
            new PatternTrainer(
                new PatternShape(PatternShape.Unit.CHARACTER, 2, 4, 64, 64), 3, 5, 0.05, SEED)),
        new TurnTrainer(
            new FeatureRecipe(1, 4, 0), new LinearTrainer(0.5, 0.1, 2, 100_000, SEED), List.of()),
        new TreeMap<>(
            Map.of(
                "zh",
                new TranscriptTrainer(
                    new FeatureRecipe(1, 2, 2), new RidgeTrainer(0.4, 3, 150_000)),
                "en",
                new TranscriptTrainer(
                    new FeatureRecipe(1, 0, 2), new RidgeTrainer(0.5, 3, 150_000)))));
  }
}
