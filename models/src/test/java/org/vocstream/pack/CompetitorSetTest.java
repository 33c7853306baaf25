package org.vocstream.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.pack.CompetitorSet.Brand;

/** What the author of a competitor set hears of each fault, word for word. */
class CompetitorSetTest {
  private static final String SOUND =
      """
      id: tea
      version: 1.0.0
      own: 青禾
      brands:
        - name: 青禾
          aliases: [Qinghe, 小青]
          products: [青禾白茶]
        - name: 露白
      """;

  @TempDir Path dir;

  @Test
  void aSoundSetKeepsTheOrderOfItsBrands() throws IOException {
    assertThat(load(SOUND))
        .isEqualTo(
            new CompetitorSet(
                "tea",
                "1.0.0",
                "青禾",
                List.of(
                    new Brand("青禾", List.of("Qinghe", "小青"), List.of("青禾白茶")),
                    new Brand("露白", List.of(), List.of()))));
  }

  @Test
  void productsOfALineAreProductsOfTheBrand() throws IOException {
    String lines =
        SOUND.replace(
            "products: [青禾白茶]",
            "products: [青禾白茶]\n    lines:\n      - {name: 冷泡, products: [青禾冷泡一号, 青禾冷泡二号]}");

    Brand brand = load(lines).brands().get(0);
    assertThat(brand.products()).containsExactly("青禾白茶", "青禾冷泡一号", "青禾冷泡二号");
    assertThat(brand.lines())
        .containsExactly(new CompetitorSet.Line("冷泡", List.of("青禾冷泡一号", "青禾冷泡二号")));
  }

  @Test
  void aLineThatStandsTwiceIsRefused() {
    String lines =
        SOUND.replace(
            "products: [青禾白茶]",
            "lines:\n      - {name: 冷泡, products: [青禾冷泡一号]}\n      - {name: 冷泡, products: [青禾冷泡二号]}");

    assertThatThrownBy(() -> load(lines))
        .hasMessageContaining("the line \"冷泡\" stands twice in 青禾");
  }

  @Test
  void aSetTravelsToTheMachinesOfAJob() throws Exception {
    CompetitorSet set = load(SOUND);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(set);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(set);
    }
  }

  @Test
  void theSetOfTheSampleFeedIsSound() {
    CompetitorSet sample = CompetitorSet.load(Path.of("../sample/competitors.yaml"));

    assertThat(sample.own()).isEqualTo("沐禾");
    assertThat(sample.brands()).extracting(Brand::name).containsExactly("沐禾", "绮澜", "澄野");
    assertThat(sample.brands()).allMatch(b -> b.products().size() == 4);
  }

  @Test
  void anUnknownKeyNamesTheNearest() throws IOException {
    assertThat(faults(SOUND.replace("aliases", "aliasse")))
        .containsExactly(
            "tea.yaml:6:5: unknown key \"aliasse\" in a brand; did you mean \"aliases\"? Known: name,"
                + " aliases, products, lines, heard_as");
  }

  @Test
  void aNameOfTwoBrandsIsRefusedHoweverItIsWritten() throws IOException {
    assertThat(faults(SOUND + "    aliases: [ＱＩＮＧＨＥ]\n"))
        .containsExactly(
            "tea.yaml:9:15: \"ＱＩＮＧＨＥ\" is a name of 青禾 already (line 6); leave one of them out");
    assertThat(faults(SOUND + "  - name: 露白\n"))
        .containsExactly(
            "tea.yaml:9:11: \"露白\" is a name of 露白 already (line 8); leave one of them out");
  }

  @Test
  void aNameThatStandsInManyWordsIsRefused() throws IOException {
    assertThat(faults(SOUND.replace("小青", "青")))
        .containsExactly(
            "tea.yaml:6:23: \"青\" is too short: it would be found inside other words; write two"
                + " characters or more");
  }

  @Test
  void theOwnBrandMustBeOneOfTheBrands() throws IOException {
    assertThat(faults(SOUND.replace("own: 青禾", "own: 青和")))
        .containsExactly(
            "tea.yaml:3:6: the own brand \"青和\" is none of the brands; did you mean \"青禾\"? Known: 青禾,"
                + " 露白");
  }

  @Test
  void whatIsMissingIsToldAtOnce() throws IOException {
    assertThat(faults("id: tea\nversion: 1\nbrands:\n  - name: 青禾\n"))
        .containsExactly(
            "tea.yaml:1:1: a competitor set lacks the key \"own\"; add it",
            "tea.yaml:2:10: version \"1\" is not three numbers; write one like 1.0.0",
            "tea.yaml:4:3: one brand alone has no competitors; add another");
    assertThat(faultsOf(dir.resolve("tee.yaml")))
        .containsExactly("tee.yaml: there is no such file; correct the path");
  }

  private CompetitorSet load(String text) throws IOException {
    return CompetitorSet.load(Files.writeString(dir.resolve("tea.yaml"), text));
  }

  private List<String> faults(String text) throws IOException {
    return faultsOf(Files.writeString(dir.resolve("tea.yaml"), text));
  }

  private List<String> faultsOf(Path file) {
    PackException refused =
        catchThrowableOfType(PackException.class, () -> CompetitorSet.load(file));
    assertThat(refused).as("%s should be refused", file).isNotNull();
    return refused.findings().stream()
        .map(f -> f.toString().replace(dir + file.getFileSystem().getSeparator(), ""))
        .toList();
  }
}
