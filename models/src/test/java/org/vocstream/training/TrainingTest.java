package org.vocstream.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.feedback.Channel;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.LinearModelFile;
import org.vocstream.opinion.AspectModel;
import org.vocstream.opinion.Mention;
import org.vocstream.opinion.MentionFinder;
import org.vocstream.opinion.PolarityModel;
import org.vocstream.pack.CueMatcher;
import org.vocstream.pack.PackLoader;
import org.vocstream.sentiment.LinearSentimentModel;

class TrainingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final List<String> THINGS = List.of("面霜", "口红", "精华", "面膜", "眼霜");

  @TempDir Path folder;

  @Test
  void sameDataGiveTheSameBytesAndAModelThatLearned() throws IOException {
    Path data = folder.resolve("data");
    write(data.resolve("zjlab_makeup/train.jsonl"), 200, 0);
    write(data.resolve("zjlab_makeup/dev.jsonl"), 20, 1_000);

    Training.train(data, null, Set.of(), folder.resolve("one"), DAY, line -> {});
    Training.train(data, null, Set.of(), folder.resolve("two"), DAY, line -> {});

    Map<String, byte[]> one = files(folder.resolve("one"));
    Map<String, byte[]> two = files(folder.resolve("two"));
    assertThat(one.keySet())
        .contains("sentiment-zh.vocl", "sentiment-zh.card.json", "cosmetics-aspects-clause.vocl")
        .isEqualTo(two.keySet());
    one.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(two.get(name)));

    Reading reading = Training.reading();
    LinearSentimentModel sentiment =
        new LinearSentimentModel(LinearModelFile.read(one.get("sentiment-zh.vocl"), "one"));
    assertThat(
            sentiment.score(new DocumentFeatures(reading.read("护手霜很好用")), Channel.REVIEW).label())
        .isEqualTo(1);
    assertThat(
            sentiment.score(new DocumentFeatures(reading.read("护手霜太难闻")), Channel.REVIEW).label())
        .isEqualTo(-1);

    CueMatcher matcher = new CueMatcher(new PackLoader().load("cosmetics"));
    PolarityModel polarity =
        new PolarityModel(LinearModelFile.read(one.get("polarity-zh.vocl"), "one"));
    MentionFinder finder =
        new MentionFinder(
            new PackLoader().load("cosmetics"),
            matcher,
            new AspectModel(
                LinearModelFile.read(one.get("cosmetics-aspects-text.vocl"), "one"),
                LinearModelFile.read(one.get("cosmetics-aspects-clause.vocl"), "one"),
                null),
            polarity,
            polarity);
    assertThat(finder.find(new DocumentFeatures(reading.read("护手霜很好用，气味太难闻")), null, "one"))
        .filteredOn(m -> m.label().zh().equals("气味"))
        .extracting(Mention::evidence, Mention::polarity)
        .containsExactly(tuple("气味太难闻", -1));

    String card = new String(one.get("sentiment-zh.card.json"), StandardCharsets.UTF_8);
    assertThat(card)
        .contains("\"trained\" : \"2026-11-22\"", "\"seed\"", "zjlab_makeup", "\"n\" : 20");
  }

  @Test
  void aTextThatIsHeldOutAnywhereIsNeverTrainedOn() throws IOException {
    Path data = folder.resolve("data");
    write(data.resolve("zjlab_makeup/train.jsonl"), 10, 0);
    // The same texts, told apart by their punctuation only, are dev texts of another set.
    write(data.resolve("waimai_10k/dev.jsonl"), 5, 0);

    Corpus corpus = new Corpus(data);

    assertThat(corpus.training(DataSets.SENTIMENT_ZH)).hasSize(5);
    assertThat(corpus.heldOut("waimai_10k")).hasSize(5);
  }

  @Test
  void saysWhereTheDataAreBroken() throws IOException {
    assertThatThrownBy(() -> new Corpus(folder.resolve("nowhere")))
        .hasMessageContaining("nowhere")
        .hasMessageContaining("--data");

    Path file = folder.resolve("data/waimai_10k/train.jsonl");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"text\": \"好吃\"}\n{oops\n");
    assertThatThrownBy(() -> new Corpus(folder.resolve("data")))
        .hasMessageContaining("train.jsonl:2: not a JSON object");
  }

  private static void write(Path file, int rows, int first) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = first; i < first + rows; i++) {
      String thing = THINGS.get(i % 5) + i;
      boolean good = i % 2 == 0;
      String text = good ? thing + "很好用，滋润" : thing + "太难闻，刺鼻";
      lines.append(
          """
          {"id": "t%d", "text": "%s", "label": %d, "aspects": {"%s": %d}, \
          "quads": [["_", "%s", "%s", %d]]}
          """
              .formatted(
                  i,
                  text,
                  good ? 1 : -1,
                  good ? "整体" : "气味",
                  good ? 1 : -1,
                  good ? "很好用" : "难闻",
                  good ? "整体" : "气味",
                  good ? 1 : -1));
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, lines);
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      }
    }
    return files;
  }
}
