package org.vocstream.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.text.Language;

/** What an encoder is taught, what it is not, and what it is not to see. */
class TuningRowsTest {
  private static final String STAFF = "service_waiters_attitude";

  @TempDir Path data;

  @BeforeEach
  void write() throws IOException {
    write(
        "semeval14_restaurant",
        "{\"id\": \"1\", \"text\": \"The waiter was rude\", \"label\": -1,"
            + " \"aspects\": {\"service\": -1}}",
        "{\"id\": \"2\", \"text\": \"Great pasta, awful music\", \"label\": null,"
            + " \"aspects\": {\"food\": 1, \"ambience\": -1}}",
        "{\"id\": \"3\", \"text\": \"Cheap\", \"label\": 1, \"aspects\": {\"price\": 1}}");
    write(
        "mams_acsa",
        "{\"id\": \"4\", \"text\": \"The staff laughed at the menu\", \"label\": 0,"
            + " \"aspects\": {\"staff\": -1, \"menu\": 0}}",
        "{\"id\": \"5\", \"text\": \"Good service there\", \"label\": 1,"
            + " \"aspects\": {\"service\": 1, \"food\": 0}}");
    write(
        "airline_tweets",
        "{\"id\": \"6\", \"text\": \"two hours late\", \"label\": -1,"
            + " \"aspects\": {\"Late Flight\": -1}}",
        "{\"id\": \"7\", \"text\": \"my bag is lost\", \"label\": -1,"
            + " \"aspects\": {\"Lost Luggage\": -1}}",
        "{\"id\": \"8\", \"text\": \"when do we land\", \"label\": 0, \"aspects\": {}}",
        "{\"id\": \"9\", \"text\": \"thank you all\", \"label\": 1, \"aspects\": {}}");
  }

  @Test
  void indicatorsAreCalledAsTheTrainedModelCallsThem() {
    assertThat(rows().indicators())
        .containsEntry("airline", List.of("late-flight", "lost-luggage"))
        .containsEntry(
            "restaurant", List.of("ambience", "food", "food.menu", "hospitality", "price", STAFF));
    // The set says service, the text speaks of a waiter.
    assertThat(row("the waiter was rude").aspects()).isEqualTo(Map.of(STAFF, -1));
    assertThat(row("the staff laughed at the menu").aspects())
        .isEqualTo(Map.of(STAFF, -1, "food.menu", 0));
  }

  @Test
  void aSetTeachesNothingOfWhatItDoesNotTellApart() {
    // It marks groups alone: whether the service as a whole is meant, too, nobody knows.
    assertThat(row("the waiter was rude").open()).containsExactly("hospitality");
    assertThat(row("great pasta, awful music").open()).containsExactly("food.menu");
    // It marks no group here, so none of its parts is meant.
    assertThat(row("cheap").open()).isEmpty();
    // It tells staff from service, but knows no prices and no rooms.
    assertThat(row("good service there").open()).containsExactlyInAnyOrder("price", "ambience");
  }

  @Test
  void aTextThatDoesNotComplainTeachesNoComplaints() {
    assertThat(row("two hours late").open()).isEmpty();
    assertThat(row("when do we land").open()).isEmpty();
    assertThat(row("thank you all").open())
        .containsExactlyInAnyOrder("late-flight", "lost-luggage");
    assertThat(row("thank you all").label()).isEqualTo(1);
  }

  @Test
  void aTextThatPraisesAndBlamesTeachesIndicatorsAlone() {
    assertThat(row("great pasta, awful music").label()).isNull();
    assertThat(row("great pasta, awful music").aspects())
        .isEqualTo(Map.of("food", 1, "ambience", -1));
  }

  @Test
  void whatTheWeighingIsFittedOnIsNotTaught() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      lines.add(
          "{\"id\": \"%d\", \"text\": \"number %d is fine\", \"label\": %s, \"aspects\": {\"food\": 1}}"
              .formatted(i, i, i % 4 == 0 ? "null" : "1"));
    }
    write("semeval14_restaurant", lines.toArray(String[]::new));
    Corpus corpus = new Corpus(data);
    TuningRows rows = rows();

    Set<String> taught = texts(rows.rows());
    Set<String> unseen = texts(rows.unseen());

    assertThat(taught).doesNotContainAnyElementsOf(unseen);
    Set<String> both = new HashSet<>(taught);
    both.addAll(unseen);
    assertThat(both).hasSize(corpus.training(DataSets.SENTIMENT_EN).size());
    // Of those with a label as of those without.
    assertThat(unseen.size() / (double) both.size()).isBetween(0.08, 0.12);
    assertThat(rows.unseen()).anyMatch(r -> r.label() == null).anyMatch(r -> r.label() != null);
    assertThat(TuningRows.unseen(corpus, Language.EN))
        .isEqualTo(unseen.stream().map(Corpus::key).collect(Collectors.toSet()));
  }

  private static Set<String> texts(List<TuningRows.Row> rows) {
    return rows.stream().map(TuningRows.Row::text).collect(Collectors.toSet());
  }

  private TuningRows rows() {
    return new TuningRows(data, Language.EN);
  }

  private TuningRows.Row row(String text) {
    TuningRows rows = rows();
    List<TuningRows.Row> all = new ArrayList<>(rows.rows());
    all.addAll(rows.unseen());
    return all.stream().filter(r -> r.text().equals(text)).findFirst().orElseThrow();
  }

  private void write(String set, String... lines) throws IOException {
    Path folder = Files.createDirectories(data.resolve(set));
    Files.write(folder.resolve("train.jsonl"), List.of(lines));
    // With a dev file none of the others is held out.
    Files.writeString(folder.resolve("dev.jsonl"), "");
  }
}
