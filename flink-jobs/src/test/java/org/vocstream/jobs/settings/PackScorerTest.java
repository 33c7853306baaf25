package org.vocstream.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.opinion.Mention;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.ScoringOptions;

class PackScorerTest {
  private static final String V1 = Pets.pack("1.0.0");
  private static final Scorer SCORER = PackScorer.of(Pets.setting(V1), ScoringOptions.STANDARD);

  @Test
  void aLaterVersionFindsWhatItAddsAndSaysSo() throws SettingRefused {
    Feedback review = Feedback.of("r1", Channel.REVIEW, null, "臭烘烘的，猫咪倒是很爱吃");
    assertThat(SCORER.score(review).mentions())
        .extracting(Mention::indicator)
        .containsExactly("palatability");
    ScoredFeedback later = SCORER.with(Pets.setting(Pets.packWithOdour("1.10.0"))).score(review);
    assertThat(later.mentions())
        .extracting(Mention::indicator)
        .containsExactly("odour", "palatability");
    assertThat(later.mentions()).allMatch(m -> m.scoredBy().startsWith("pets@1.10.0+models@"));
    assertThat(SCORER.score(review).scoredBy()).startsWith("pets@1.0.0+models@");
  }

  @Test
  void aCompetitorSetTakesEffectWithTheSameModelsAndSaysSo() throws SettingRefused {
    Feedback review = Feedback.of("r1", Channel.REVIEW, "小青", "猫咪很爱吃");
    assertThat(SCORER.score(review).feedback().brand()).isEqualTo("小青");
    Scorer named = SCORER.with(Pets.set(Pets.competitors("1.0.0", "小青")));
    assertThat(named.score(review).feedback().brand()).isEqualTo("青禾");
    assertThat(named.score(review).scoredBy())
        .isEqualTo(SCORER.score(review).scoredBy() + "+pets-2026@1.0.0");
    Scorer both = named.with(Pets.setting(Pets.packWithOdour("1.1.0")));
    assertThat(both.score(review).scoredBy())
        .startsWith("pets@1.1.0+models@")
        .endsWith("+pets-2026@1.0.0");
  }

  @Test
  void whatIsInForceAlreadyChangesNothing() throws SettingRefused {
    assertThat(SCORER.with(Pets.setting(V1 + "# a remark\n"))).isSameAs(SCORER);
    Scorer named = SCORER.with(Pets.set(Pets.competitors("1.0.0", "小青")));
    assertThat(named.with(Pets.set(Pets.competitors("1.0.0", "小青")))).isSameAs(named);
  }

  @Test
  void oneVersionIsOneTextForEver() throws SettingRefused {
    refuses(
        SCORER,
        Pets.setting(Pets.packWithOdour("1.0.0")),
        "pack pets is in force as 1.0.0 with another text; raise its version");
    refuses(
        SCORER.with(Pets.setting(Pets.pack("1.10.0"))),
        Pets.setting(Pets.packWithOdour("1.9.0")),
        "pack pets is in force as 1.10.0, and 1.9.0 is older; to go back, give the old text a new version");
    refuses(
        SCORER.with(Pets.set(Pets.competitors("2.0.0", "小青"))),
        Pets.set(Pets.competitors("2.0.0", "阿青")),
        "competitor set pets-2026 is in force as 2.0.0 with another text; raise its version");
  }

  @Test
  void aBrokenPackIsRefusedWithItsFindings() {
    refuses(
        SCORER,
        Pets.setting(Pets.packWithOdour("1.1.0").replace("[臭烘烘]的", "[臭]烘烘的")),
        "pets.yaml:21:20: the example of odour#1 does not hold");
    refuses(SCORER, Pets.setting("pack: [pets"), "pets.yaml:1:");
    refuses(SCORER, Pets.setting(""), "pets.yaml: the file is empty");
    refuses(
        SCORER,
        Pets.setting(Pets.pack("1.1.0").replace("commerce", "animals")),
        "unknown pack \"animals\"");
    refuses(SCORER, Pets.setting("#".repeat((1 << 20) + 1)), "the file is larger than 1048576");
    refuses(
        SCORER,
        Pets.set(Pets.competitors("1.0.0", "露白")),
        "set.yaml:7:11: \"露白\" is a name of 青禾 already (line 6)");
  }

  @Test
  void anotherPackOrAnotherTrainedModelWaitsForARestart() {
    refuses(
        SCORER,
        Setting.of(SettingKind.PACK, "cosmetics.yaml", Map.of(), "a"),
        "this job scores with the pack pets, and this is the pack cosmetics; give each pack a job of its own");
    refuses(
        SCORER,
        Pets.setting(
            Pets.pack("1.1.0")
                .replace("extends: commerce", "extends: commerce\naspect_model: cosmetics")),
        "another aspect_model (cosmetics, not null) takes effect only when the job is started again");
  }

  @Test
  void aPackWithoutWhatItsTrainedModelFindsIsRefused() throws IOException {
    Scorer scorer =
        PackScorer.of(
            Setting.of(SettingKind.PACK, "cosmetics.yaml", Map.of(), "cosmetics"),
            ScoringOptions.STANDARD);
    String text =
        bundled("cosmetics")
            .replaceFirst("version: .*", "version: 99.0.0")
            .replace("zh: 气味,", "zh: 香气,");
    refuses(
        scorer,
        Setting.of(SettingKind.PACK, "cosmetics.yaml", Map.of("cosmetics.yaml", text), "a"),
        "finds 气味, but pack cosmetics@99.0.0 has no indicator");
  }

  @Test
  void whatCannotBeReadIsRefusedWithItsFault() {
    refuses(SCORER, Setting.unreadable("{", "voc.settings/0/1", "not JSON"), "not JSON");
  }

  private static String bundled(String pack) throws IOException {
    try (InputStream in = PackLoader.class.getResourceAsStream("/packs/" + pack + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void refuses(Scorer scorer, Setting setting, String reason) {
    assertThatThrownBy(() -> scorer.with(setting))
        .isInstanceOf(SettingRefused.class)
        .hasMessageContaining(reason);
  }
}
