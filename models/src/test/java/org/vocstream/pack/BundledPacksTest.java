package org.vocstream.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of every bundled pack holds, and the packs report what analysts were promised. */
class BundledPacksTest {
  private static final PackLoader LOADER = new PackLoader();

  static Stream<CueProof> proofs() {
    return PackLoader.names().stream()
        .flatMap(name -> PackCheck.proofs(LOADER.read(name)).stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("proofs")
  void everyExampleHolds(CueProof proof) {
    assertThat(proof.finding()).map(PackFinding::toString).isEmpty();
  }

  @Test
  void everyPackFileIsBundled() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("packs"))) {
      assertThat(
              files
                  .map(f -> f.getFileName().toString())
                  .filter(f -> f.endsWith(".yaml"))
                  .map(f -> f.replace(".yaml", "")))
          .containsExactlyInAnyOrderElementsOf(PackLoader.names());
    }
  }

  @Test
  void cosmeticsReportsItsThirteenIndicators() {
    assertThat(LOADER.load("cosmetics").groups())
        .extracting(i -> i.label().zh())
        .containsExactlyInAnyOrder(
            "整体", "使用体验", "功效", "价格", "物流", "气味", "包装", "其他", "真伪", "服务", "尺寸", "成分", "新鲜度");
  }

  @Test
  void cosmeticsNamesThemInEnglishToo() {
    assertThat(LOADER.load("cosmetics").groups())
        .extracting(i -> i.label().en())
        .containsExactlyInAnyOrder(
            "Overall",
            "Experience",
            "Efficacy",
            "Price",
            "Delivery",
            "Scent",
            "Packaging",
            "Other",
            "Authenticity",
            "Service",
            "Size",
            "Ingredients",
            "Freshness");
  }

  @Test
  void automotiveReportsItsTenIndicatorsFirst() {
    assertThat(LOADER.load("automotive").groups().subList(0, 10))
        .extracting(i -> i.label().zh())
        .containsExactlyInAnyOrder("动力", "油耗", "操控", "舒适性", "配置", "安全性", "内饰", "外观", "空间", "价格");
  }

  @Test
  void electronicsReportsItsElevenIndicators() {
    assertThat(LOADER.load("electronics").groups())
        .extracting(i -> i.label().zh())
        .containsExactlyInAnyOrder(
            "整体", "硬件&性能", "外观", "价格", "使用场景", "服务", "物流", "包装", "软件&性能", "真伪", "其他");
  }

  @Test
  void airlineReportsTheTenReasonsOfComplaint() {
    assertThat(LOADER.load("airline").groups())
        .extracting(i -> i.label().en())
        .containsExactlyInAnyOrder(
            "Customer Service Issue",
            "Late Flight",
            "Cancelled Flight",
            "Lost Luggage",
            "Damaged Luggage",
            "Bad Flight",
            "Flight Booking Problems",
            "Flight Attendant Complaints",
            "longlines",
            "Can't Tell");
  }

  @Test
  void restaurantReportsSixGroupsAndKnowsTheCodesOfChineseReviews() {
    Pack pack = LOADER.load("restaurant");
    assertThat(pack.groups())
        .extracting(i -> i.label().en())
        .containsExactlyInAnyOrder(
            "food", "service", "price", "ambience", "anecdotes/miscellaneous", "location");
    assertThat(groupOf(pack, "dish_portion", "dish_taste", "dish_look", "dish_recommendation"))
        .containsOnly("food");
    assertThat(
            groupOf(
                pack,
                "service_wait_time",
                "service_waiters_attitude",
                "service_parking_convenience",
                "service_serving_speed"))
        .containsOnly("service");
    assertThat(groupOf(pack, "price_level", "price_cost_effective", "price_discount"))
        .containsOnly("price");
    assertThat(
            groupOf(
                pack,
                "environment_decoration",
                "environment_noise",
                "environment_space",
                "environment_cleaness"))
        .containsOnly("ambience");
    assertThat(
            groupOf(
                pack,
                "location_traffic",
                "location_distance_from_business_district",
                "location_easy_to_find"))
        .containsOnly("location");
  }

  private static Stream<String> groupOf(Pack pack, String... codes) {
    return Stream.of(codes).map(code -> pack.indicator(pack.indicator(code).group()).label().en());
  }

  @Test
  void everyPackKnowsLoyaltyAndWhyCustomersCall() {
    for (String name : PackLoader.names()) {
      Pack pack = LOADER.load(name);
      assertThat(pack.indicators())
          .as(name)
          .extracting(Indicator::code)
          .contains("loyalty.repurchase", "loyalty.recommend", "loyalty.leave");
      assertThat(pack.contactReasons())
          .as(name)
          .extracting(ContactReason::code)
          .contains("invoice", "complaint", "promotion");
    }
  }

  @Test
  void loyaltyIsReportedByItselfInCommerceAndUnderOverallInCosmetics() {
    Pack commerce = LOADER.load("commerce");
    Pack cosmetics = LOADER.load("cosmetics");
    assertThat(commerce.indicator("loyalty.repurchase").group()).isEqualTo("loyalty");
    assertThat(cosmetics.indicator("loyalty.repurchase").group()).isEqualTo("overall");
    assertThat(cosmetics.indicator("loyalty").group()).isEqualTo("overall");
    assertThat(cosmetics.indicator("loyalty.repurchase").touchpoint()).isEqualTo("loyalty");
  }

  @Test
  void everyTouchpointHasIndicators() {
    Pack commerce = LOADER.load("commerce");
    assertThat(commerce.touchpoints())
        .extracting(Touchpoint::code)
        .containsExactly(
            "awareness", "consultation", "purchase", "delivery", "use", "aftersales", "loyalty");
    assertThat(commerce.indicators().stream().map(Indicator::touchpoint).distinct())
        .containsExactlyInAnyOrderElementsOf(
            commerce.touchpoints().stream().map(Touchpoint::code).toList());
  }

  @Test
  void aPackKnowsItsLineageAndItsModel() {
    Pack cosmetics = LOADER.load("cosmetics");
    assertThat(cosmetics.id()).isEqualTo("cosmetics@1.2.0");
    assertThat(cosmetics.lineage()).isEqualTo(List.of("commerce@1.2.0"));
    assertThat(cosmetics.aspectModel()).isEqualTo("cosmetics-aspects");
  }

  @Test
  void thePackInTheDocumentationHolds(@TempDir Path dir) throws IOException {
    String page = Files.readString(Path.of("../docs/packs.md"));
    String yaml = page.substring(page.indexOf("pack: pets"));
    Path file = dir.resolve("pets.yaml");
    Files.writeString(file, yaml.substring(0, yaml.indexOf("```")));
    assertThat(new PackCheck(LOADER).check(file)).isEmpty();
  }
}
