package org.vocstream.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Channel;
import org.vocstream.pack.CueMatcher;
import org.vocstream.pack.Indicator;
import org.vocstream.pack.Pack;
import org.vocstream.pack.PackLoader;

class AspectDataTest {
  private static final Pack PACK = new PackLoader().load("restaurant");
  private static final AspectData DATA = DataSets.ASPECTS.get("restaurant");
  private static final List<Indicator> LEARNED =
      DATA.learned(PACK, Set.of("food", "menu", "service", "staff", "price"));

  @Test
  void everyCategoryMeansAnIndicatorOfItsPack() {
    DataSets.ASPECTS.forEach(
        (name, data) -> {
          Pack pack = new PackLoader().load(name);
          data.codes().values().forEach(code -> assertThat(pack.indicator(code)).isNotNull());
        });
  }

  @Test
  void aSetThatKnowsTheGroupAloneMeansWhatItsTextHasCuesOf() {
    assertThat(renamed("semeval14_restaurant", "our waiter was kind", Map.of("service", 1)))
        .containsExactly(Map.entry("service_waiters_attitude", 1));
    assertThat(renamed("semeval14_restaurant", "what a welcome", Map.of("service", 1)))
        .containsExactly(Map.entry("hospitality", 1));
  }

  @Test
  void aSetThatTellsThemApartMeansWhatItSays() {
    assertThat(renamed("mams_acsa", "our waiter was slow", Map.of("service", -1, "staff", 0)))
        .containsOnly(Map.entry("hospitality", -1), Map.entry("service_waiters_attitude", 0));
  }

  @Test
  void whatASetDoesNotTellApartIsFoundUnderItsGroup() {
    assertThat(DATA.categories(PACK, Set.of("food", "service")))
        .containsOnly(Map.entry("food", "food"), Map.entry("hospitality", "service"));
    assertThat(DATA.categories(PACK, Set.of("staff", "service")))
        .containsOnly(
            Map.entry("service_waiters_attitude", "staff"), Map.entry("hospitality", "service"));
  }

  private static Map<String, Integer> renamed(
      String set, String text, Map<String, Integer> aspects) {
    LabelledText row =
        new LabelledText(set, "", Channel.REVIEW, text, null, aspects, List.of(), false);
    return DATA.renamed(row, PACK, LEARNED, new CueMatcher(PACK), Training.reading()).aspects();
  }
}
