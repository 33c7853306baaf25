package org.vocstream.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an author hears of each fault, word for word. */
class PackLoaderTest {
  private static final String HEAD =
      """
      pack: tea
      version: 1.0.0
      label: {zh: 茶, en: Tea}
      touchpoints:
        - {code: use, label: {zh: 使用, en: Use}}
      """;

  /** Lines 6 to 10 of a pack that begins with {@link #HEAD}: one sound indicator. */
  private static final String TASTE =
      """
      indicators:
        - code: taste
          label: {zh: 口感, en: Taste}
          touchpoint: use
          value: benefit.product
      """;

  private static final String CUE =
      """
          cues:
            - terms: [口感]
              examples: ["[口感]好"]
              counter_examples: ["口味好"]
      """;

  @TempDir Path dir;

  private static String reason(String code, String term) {
    return """
        contact_reasons:
          - code: %s
            label: {zh: 查物流, en: Where is it}
            cues:
              - terms: [%s]
                examples: ["[%s]"]
                counter_examples: ["收到"]
        """
        .formatted(code, term, term);
  }

  @Test
  void aSoundPackLoads() throws IOException {
    Pack pack = new PackLoader().load(write("tea.yaml", HEAD + TASTE + CUE));
    assertThat(pack.id()).isEqualTo("tea@1.0.0");
    assertThat(pack.lineage()).isEmpty();
    assertThat(pack.aspectModel()).isNull();
    assertThat(pack.touchpoints()).containsExactly(new Touchpoint("use", new Names("使用", "Use")));
    Indicator taste = pack.indicator("taste");
    assertThat(taste.label()).isEqualTo(new Names("口感", "Taste"));
    assertThat(taste.value()).isEqualTo(Value.BENEFIT_PRODUCT);
    assertThat(taste.isGroup()).isTrue();
    assertThat(taste.cues()).extracting(Cue::id).containsExactly("taste#1");
  }

  @Test
  void anUnknownKeyNamesTheNearest() throws IOException {
    assertThat(faults(HEAD + TASTE + CUE.replace("terms:", "term:")))
        .containsExactly(
            "tea.yaml:12:9: unknown key \"term\" in a cue; did you mean \"terms\"? Known: terms,"
                + " except, polarity, examples, counter_examples",
            "tea.yaml:12:9: a cue lacks the key \"terms\"; add it");
  }

  @Test
  void anUnknownKeyFarFromAllListsThem() throws IOException {
    assertThat(faults(HEAD + "colour: green\n" + TASTE))
        .containsExactly(
            "tea.yaml:6:1: unknown key \"colour\" in a pack; use one of: pack, version, label,"
                + " extends, aspect_model, touchpoints, without, retired, indicators,"
                + " contact_reasons");
  }

  @Test
  void missingKeysAreAllNamed() throws IOException {
    assertThat(faults("pack: tea\n"))
        .containsExactly(
            "tea.yaml:1:1: a pack lacks the key \"touchpoints\"; add it",
            "tea.yaml:1:1: a pack lacks the key \"indicators\"; add it",
            "tea.yaml:1:1: a pack lacks the key \"version\"; add it",
            "tea.yaml:1:1: a pack lacks the key \"label\"; add it");
  }

  @Test
  void aNewIndicatorNeedsLabelTouchpointAndValue() throws IOException {
    assertThat(faults(HEAD + "indicators:\n  - code: taste\n"))
        .containsExactly(
            "tea.yaml:7:11: indicator \"taste\" lacks a label in zh and en; add it",
            "tea.yaml:7:11: indicator \"taste\" lacks a touchpoint; add one of: use",
            "tea.yaml:7:11: indicator \"taste\" lacks a value; add one of: benefit.product,"
                + " benefit.service, benefit.people, benefit.image, cost.money, cost.time,"
                + " cost.energy, cost.mind");
  }

  @Test
  void aCodeUsedTwiceTellsWhereItWasFirst() throws IOException {
    String second =
        """
          - code: taste
            label: {zh: 味, en: Flavour}
            touchpoint: use
            value: benefit.product
        """;
    assertThat(faults(HEAD + TASTE + second))
        .containsExactly(
            "tea.yaml:11:11: code \"taste\" is used twice (first at line 7); give one of"
                + " them a new code");
  }

  @Test
  void aCodeOfTheBaseIsTaken() throws IOException {
    write("tea.yaml", HEAD + TASTE + CUE);
    assertThat(faultsOf("green.yaml", extending("tea") + TASTE))
        .containsExactly(
            "green.yaml:6:11: indicator code \"taste\" is taken (tea.yaml:7); to add to that"
                + " indicator leave out touchpoint, else give a new code");
  }

  @Test
  void aBadVersion() throws IOException {
    assertThat(faults(HEAD.replace("1.0.0", "1.0") + TASTE))
        .containsExactly(
            "tea.yaml:2:10: version \"1.0\" is not three numbers; write one like 1.0.0");
  }

  @Test
  void aBadCode() throws IOException {
    assertThat(faults(HEAD + TASTE.replace("code: taste", "code: Taste Good")))
        .containsExactly(
            "tea.yaml:7:11: \"Taste Good\" is not a code; write lower-case words like"
                + " delivery.speed");
  }

  @Test
  void unknownTouchpointAndValue() throws IOException {
    String indicators =
        TASTE
            .replace("touchpoint: use", "touchpoint: usee")
            .replace("benefit.product", "cost.mony");
    assertThat(faults(HEAD + indicators))
        .containsExactly(
            "tea.yaml:9:17: unknown touchpoint \"usee\"; did you mean \"use\"? Known: use",
            "tea.yaml:10:12: unknown value \"cost.mony\"; did you mean \"cost.money\"? Known:"
                + " benefit.product, benefit.service, benefit.people, benefit.image, cost.money,"
                + " cost.time, cost.energy, cost.mind");
  }

  @Test
  void emptyTermsAndMissingExamples() throws IOException {
    assertThat(faults(HEAD + TASTE + "    cues:\n      - terms: []\n"))
        .containsExactly(
            "tea.yaml:12:9: a cue lacks the key \"examples\"; write a sentence of a customer with"
                + " the words marked: \"[发货]很快\"",
            "tea.yaml:12:9: a cue lacks the key \"counter_examples\"; write a sentence in which the"
                + " words mean something else",
            "tea.yaml:12:16: \"terms\" is empty; give at least one entry, or leave it out");
  }

  @Test
  void anEmptyTerm() throws IOException {
    assertThat(faults(HEAD + TASTE + CUE.replace("[口感]\n", "[口感, \"\"]\n")))
        .containsExactly("tea.yaml:12:21: \"terms\" has no text; write one, or leave it out");
  }

  @Test
  void unmarkedAndDoublyMarkedExamples() throws IOException {
    String cue = CUE.replace("\"[口感]好\"", "口感好, \"[口感]好[口感]好\"").replace("\"口味好\"", "\"[口]味[好]\"");
    assertThat(faults(HEAD + TASTE + cue))
        .containsExactly(
            "tea.yaml:13:20: the example \"口感好\" must mark one span; put [ and ] around the words,"
                + " once",
            "tea.yaml:13:25: the example \"[口感]好[口感]好\" must mark one span; put [ and ] around the"
                + " words, once",
            "tea.yaml:14:28: the counter-example \"[口]味[好]\" must mark one span or none; put [ and"
                + " ] around the words, once");
  }

  @Test
  void anExampleWithoutQuotesIsAList() throws IOException {
    assertThat(faults(HEAD + TASTE + CUE.replace("\"[口感]好\"", "[口感]")))
        .containsExactly(
            "tea.yaml:13:20: \"examples\" must be a text, not a list; put a text that begins with ["
                + " in quotes");
  }

  @Test
  void termsAreInFoldedForm() throws IOException {
    assertThat(faults(HEAD + TASTE + CUE.replace("[口感]\n", "[口感, Taste]\n")))
        .containsExactly(
            "tea.yaml:12:21: the term \"Taste\" is not in folded form; write \"taste\"");
  }

  @Test
  void anExceptPhraseHoldsATerm() throws IOException {
    String cue = CUE.replace("[口感]\n", "[口感]\n        except: [口味]\n");
    assertThat(faults(HEAD + TASTE + cue))
        .containsExactly(
            "tea.yaml:13:18: the except phrase \"口味\" does not contain a term of this cue; write the"
                + " longer phrase in which a term means something else, or remove it");
  }

  @Test
  void aTermStandsOnceInAnIndicator() throws IOException {
    write("tea.yaml", HEAD + TASTE + CUE);
    String addition = extending("tea") + "indicators:\n  - code: taste\n" + CUE;
    assertThat(faultsOf("green.yaml", addition))
        .containsExactly(
            "green.yaml:8:17: the term \"口感\" stands twice in taste (first at tea.yaml:12); remove"
                + " one");
  }

  @Test
  void polarityIsOneOfThree() throws IOException {
    assertThat(faults(HEAD + TASTE + CUE + "        polarity: 2\n"))
        .containsExactly(
            "tea.yaml:15:19: polarity is 1, 0 or -1, not \"2\"; leave it out where the words only"
                + " name the indicator");
  }

  @Test
  void anUnknownBaseNamesTheNearest() throws IOException {
    assertThat(faultsOf("green.yaml", extending("comerce") + TASTE))
        .containsExactly(
            "green.yaml:4:10: unknown pack \"comerce\"; did you mean \"commerce\"? Known: "
                + String.join(", ", PackLoader.names()));
  }

  @Test
  void anExtendingPackLeavesOutAndRegroups() throws IOException {
    String below =
        """
            indicators:
              - {code: taste.sweet, label: {zh: 甜, en: Sweet}}
          - code: smell
            label: {zh: 香气, en: Smell}
            touchpoint: use
            value: benefit.product
        """;
    write("tea.yaml", HEAD + TASTE + below);
    Path green = dir.resolve("green.yaml");
    Files.writeString(green, extending("tea") + "without: [taste]\nindicators: [{code: smell}]\n");
    assertThat(new PackLoader().load(green).indicators())
        .extracting(Indicator::code)
        .containsExactly("smell");
  }

  @Test
  void onlyWhatTheBaseHasCanBeLeftOut() throws IOException {
    write("tea.yaml", HEAD + TASTE + CUE);
    String own = extending("tea") + "without: [tasty, taste]\nindicators: [{code: taste}]\n";
    assertThat(faultsOf("green.yaml", own))
        .containsExactly(
            "green.yaml:5:11: cannot leave out \"tasty\", which the base does not have; did you mean"
                + " \"taste\"? Known: taste",
            "green.yaml:6:21: code \"taste\" is left out (line 5); list it in one of the"
                + " two places only, or give a new code");
  }

  @Test
  void contactReasonsAreInheritedAddedToAndLeftOut() throws IOException {
    write("tea.yaml", HEAD + TASTE + reason("where", "到哪了") + reason("late", "太慢").substring(17));
    String own = "without: [late]\nindicators: [{code: taste}]\n";
    Path green = dir.resolve("green.yaml");
    Files.writeString(green, extending("tea") + own + reason("where", "催一下"));
    List<ContactReason> reasons = new PackLoader().load(green).contactReasons();
    assertThat(reasons).extracting(ContactReason::code).containsExactly("where");
    assertThat(reasons.get(0).cues())
        .extracting(Cue::id)
        .containsExactly("where#1", "where#green.1");
  }

  @Test
  void aContactReasonJudgesNothing() throws IOException {
    assertThat(faults(HEAD + TASTE + reason("where", "到哪了") + "        polarity: -1\n"))
        .containsExactly("tea.yaml:15:9: a contact reason judges nothing; remove \"polarity\"");
  }

  @Test
  void aContactReasonHasACodeOfItsOwnAndALabel() throws IOException {
    write("tea.yaml", HEAD + TASTE);
    String own = extending("tea") + "indicators: [{code: taste}]\n";
    String unnamed = reason("where", "到哪了").replaceFirst("    label: .*\n", "");
    assertThat(faultsOf("green.yaml", own + reason("taste", "到哪了")))
        .containsExactly(
            "green.yaml:7:11: code \"taste\" is used twice (first at line 5); give one of them a new"
                + " code");
    assertThat(faultsOf("green.yaml", own + unnamed))
        .containsExactly(
            "green.yaml:7:11: contact reason \"where\" lacks a label in zh and en; add it");
  }

  @Test
  void packsThatExtendEachOther() throws IOException {
    write("tea.yaml", extending("green").replace("pack: green", "pack: tea") + TASTE);
    assertThat(faultsOf("green.yaml", extending("tea") + TASTE))
        .containsExactly(
            "tea.yaml:4:10: the packs extend each other in a circle; remove \"extends\" in one of"
                + " them");
  }

  @Test
  void anExtendingPackKeepsTheTouchpoints() throws IOException {
    write("tea.yaml", HEAD + TASTE);
    String own = extending("tea") + HEAD.substring(HEAD.indexOf("touchpoints")) + "indicators: []";
    assertThat(faultsOf("green.yaml", own))
        .containsExactly(
            "green.yaml:6:3: a pack that extends another takes over its touchpoints; remove them"
                + " here",
            "green.yaml:7:13: \"indicators\" is empty; give at least one entry, or leave it out");
  }

  @Test
  void aRetiredCodeStaysRetired() throws IOException {
    write("tea.yaml", HEAD + "retired: [flavour]\n" + TASTE);
    assertThat(faultsOf("green.yaml", extending("tea") + TASTE.replace("taste", "flavour")))
        .containsExactly(
            "green.yaml:6:11: code \"flavour\" is retired (tea.yaml:6) and must never be"
                + " used again; give a new code");
  }

  @Test
  void theFileBearsTheNameOfThePack() throws IOException {
    assertThat(faultsOf("coffee.yaml", HEAD + TASTE))
        .containsExactly(
            "coffee.yaml:1:7: pack \"tea\" stands in the file coffee.yaml; name the file tea.yaml");
  }

  @Test
  void brokenYaml() throws IOException {
    assertThat(faults("pack: [tea\nversion: 1.0.0\n"))
        .containsExactly(
            "tea.yaml:2:8: not valid YAML: expected ',' or ']', but got :; correct the text"
                + " here");
  }

  @Test
  void wrongTypesOfNodes() throws IOException {
    assertThat(faults(HEAD + "indicators:\n  - taste\n"))
        .containsExactly(
            "tea.yaml:7:5: an indicator must be a mapping, not a text; write keys, each with"
                + " \":\"");
    assertThat(faults(HEAD + "indicators: taste\n"))
        .containsExactly(
            "tea.yaml:6:13: \"indicators\" must be a list, not a text; begin each entry with"
                + " \"- \"");
  }

  @Test
  void aKeyThatStandsTwice() throws IOException {
    assertThat(faults(HEAD + "version: 1.0.1\n" + TASTE))
        .containsExactly(
            "tea.yaml:6:1: the key \"version\" stands twice in a pack (first at line 2); join the"
                + " two");
  }

  @Test
  void aliasesAreRefused() throws IOException {
    assertThat(faults("pack: &a [*a]\n"))
        .containsExactly(
            "tea.yaml:1:11: YAML aliases (*name) are not read; write the text out again");
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    assertThat(faults("[".repeat(50_000)))
        .containsExactly("tea.yaml:1:41: nested more than 40 deep; flatten the tree");
  }

  @Test
  void anEmptyAndASecondDocument() throws IOException {
    assertThat(faults(""))
        .containsExactly(
            "tea.yaml: the file is empty; docs/packs.md, docs/competitors.md and docs/surveys.md say what stands in one");
    assertThat(faults(HEAD + TASTE + "---\npack: green\n"))
        .containsExactly(
            "tea.yaml:11:1: a second YAML document begins here; put it in a file of its own");
  }

  @Test
  void aFileThatIsTooLarge() throws IOException {
    assertThat(faults("#".repeat((1 << 20) + 1)))
        .containsExactly("tea.yaml: the file is larger than 1048576 bytes; split it into several");
  }

  @Test
  void aFileThatIsNotUtf8() throws IOException {
    Path file = dir.resolve("tea.yaml");
    Files.write(file, (HEAD + TASTE).getBytes(Charset.forName("GBK")));
    assertThat(faults(file)).containsExactly("tea.yaml: the file is not UTF-8; save it as UTF-8");
  }

  @Test
  void thereIsNoSuchFile() {
    assertThat(faults(dir.resolve("tea.yaml")))
        .containsExactly("tea.yaml: there is no such file; correct the path");
  }

  @Test
  void thereIsNoSuchBundledPack() {
    PackException e =
        catchThrowableOfType(PackException.class, () -> new PackLoader().load("cosmetic"));
    assertThat(e)
        .hasMessage(
            "cosmetic.yaml: no pack \"cosmetic\" is bundled; did you mean \"cosmetics\"? Known: "
                + String.join(", ", PackLoader.names()));
  }

  @Test
  void anExtendingPackAddsCuesAndLabelsAndRegroups() throws IOException {
    write("tea.yaml", HEAD + TASTE + CUE);
    String own =
        extending("tea")
            + """
            indicators:
              - code: experience
                label: {zh: 体验, en: Experience}
                touchpoint: use
                value: benefit.product
                indicators:
                  - code: taste
                    label: {zh: 滋味, en: Flavour}
                    cues:
                      - {terms: [滋味], examples: ["[滋味]好"], counter_examples: [口感好]}
                  - code: experience.colour
                    label: {zh: 汤色, en: Colour}
            """;
    Pack pack = new PackLoader().load(write("green.yaml", own));
    assertThat(pack.lineage()).containsExactly("tea@1.0.0");
    assertThat(pack.groups()).extracting(Indicator::code).containsExactly("experience");
    Indicator taste = pack.indicator("taste");
    assertThat(taste.group()).isEqualTo("experience");
    assertThat(taste.label()).isEqualTo(new Names("滋味", "Flavour"));
    assertThat(taste.cues()).extracting(Cue::id).containsExactly("taste#1", "taste#green.1");
    assertThat(pack.indicator("experience.colour").touchpoint()).isEqualTo("use");
    assertThat(pack.indicator("experience.colour").value()).isEqualTo(Value.BENEFIT_PRODUCT);
  }

  @Test
  void anIndicatorCannotStandBelowItself() throws IOException {
    write("tea.yaml", HEAD + TASTE);
    String own =
        extending("tea")
            + """
            indicators:
              - code: taste
                indicators:
                  - code: taste.sweet
                    label: {zh: 甜, en: Sweet}
            """;
    write("green.yaml", own);
    String third =
        extending("green").replace("pack: green", "pack: longjing")
            + """
            indicators:
              - code: taste.sweet
                indicators:
                  - code: taste
            """;
    assertThat(faultsOf("longjing.yaml", third))
        .containsExactly(
            "longjing.yaml:8:15: indicator \"taste\" cannot stand below itself; list it elsewhere");
  }

  private static String extending(String base) {
    return "pack: green\nversion: 1.0.0\nlabel: {zh: 绿茶, en: Green}\nextends: " + base + "\n";
  }

  private Stream<String> faults(String yaml) throws IOException {
    return faultsOf("tea.yaml", yaml);
  }

  private Stream<String> faultsOf(String name, String yaml) throws IOException {
    return faults(write(name, yaml));
  }

  private Stream<String> faults(Path file) {
    PackException e = catchThrowableOfType(PackException.class, () -> new PackLoader().load(file));
    assertThat(e).as("the pack loads without a fault").isNotNull();
    return e.findings().stream().map(f -> f.toString().replace(dir + "/", ""));
  }

  private Path write(String name, String yaml) throws IOException {
    return Files.writeString(dir.resolve(name), yaml);
  }
}
