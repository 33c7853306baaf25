package org.vocstream.scoring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.vocstream.linear.LinearModel;
import org.vocstream.opinion.AspectModel;
import org.vocstream.opinion.PolarityModel;
import org.vocstream.segment.Segmenter;
import org.vocstream.sentiment.LinearSentimentModel;

/**
 * The trained models that score with a pack. Immutable and safe for several threads.
 *
 * @param chineseSentiment sentiment of Chinese and mixed texts
 * @param englishSentiment sentiment of English texts
 * @param chinesePolarity polarity of Chinese clauses
 * @param englishPolarity polarity of English clauses
 * @param aspects finds the indicators of the pack, or null where its cues do
 * @param id {@code models@} and eight hexadecimal digits that change with any of the weights
 */
public record TrainedModels(
    LinearSentimentModel chineseSentiment,
    LinearSentimentModel englishSentiment,
    PolarityModel chinesePolarity,
    PolarityModel englishPolarity,
    AspectModel aspects,
    String id) {

  /**
   * The models of a folder, the bundled ones where it has none.
   *
   * @param aspectModel name of the trained model that finds indicators, or null
   * @param segmenter for texts that come without their words
   * @throws IllegalArgumentException where a model is missing or broken
   */
  public static TrainedModels of(ModelFolder folder, String aspectModel, Segmenter segmenter) {
    List<LinearModel> read = new ArrayList<>();
    for (String name : List.of("sentiment-zh", "sentiment-en", "polarity-zh", "polarity-en")) {
      read.add(folder.model(name));
    }
    AspectModel aspects = null;
    if (aspectModel != null) {
      read.add(folder.model(aspectModel + "-text"));
      read.add(folder.model(aspectModel + "-clause"));
      aspects = new AspectModel(read.get(4), read.get(5));
    }
    return new TrainedModels(
        new LinearSentimentModel(read.get(0), segmenter),
        new LinearSentimentModel(read.get(1), segmenter),
        new PolarityModel(read.get(2)),
        new PolarityModel(read.get(3)),
        aspects,
        "models@" + digest(read));
  }

  private static String digest(List<LinearModel> models) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (LinearModel model : models) {
        sha.update((model.name() + model.digest()).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(sha.digest()).substring(0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
