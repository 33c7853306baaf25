package org.vocstream.training;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vocstream.feedback.Channel;
import org.vocstream.text.Language;

/** The sets of the labelled data: which serve what, and what may be done with them. */
final class DataSets {
  /** Dialogues with a service desk: their plain requests teach what is no opinion. */
  static final String DIALOGUES = "jddc_satisfaction";

  /** Chinese texts with a label of the whole. */
  static final List<String> SENTIMENT_ZH =
      List.of(
          "online_shopping_10_cats",
          "waimai_10k",
          "chnsenticorp",
          "nlpcc2014_task2",
          "zjlab_makeup",
          "zjlab_laptop",
          "smp2020_virus_weibo",
          "nlpcc2013_weibo_emotion",
          "bdci_car2018",
          "zh_zhang_aste",
          "chat_xs",
          DIALOGUES);

  /** English texts with a label of the whole. */
  static final List<String> SENTIMENT_EN =
      List.of(
          "airline_tweets",
          "brand_tweets_sxsw",
          "sst5",
          "sst2",
          "semeval14_restaurant",
          "semeval14_laptop",
          "acos_laptop",
          "acos_restaurant",
          "mams_acsa");

  /** Chinese texts with opinions on categories or terms. */
  static final List<String> OPINIONS_ZH =
      List.of(
          "zjlab_makeup",
          "zjlab_laptop",
          "bdci_car2018",
          "zh_zhang_aste",
          "zh_absa_phone",
          "zh_absa_camera",
          "zh_absa_car",
          "zh_absa_notebook",
          DIALOGUES);

  /** English texts with opinions on categories or terms. */
  static final List<String> OPINIONS_EN =
      List.of(
          "semeval14_restaurant",
          "semeval14_laptop",
          "acos_laptop",
          "acos_restaurant",
          "mams_acsa");

  /** The set with the categories of cosmetics. */
  static final String COSMETICS = "zjlab_makeup";

  /** The set whose categories tell staff from service, and the menu from the food. */
  static final String MIXED_OPINIONS = "mams_acsa";

  /** Sets that have categories for indicators below a group. */
  static final List<String> FINE = List.of(MIXED_OPINIONS);

  /** The sets that teach the indicators of a pack, by its code. */
  static final SortedMap<String, AspectData> ASPECTS =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.of(
                  "cosmetics",
                  AspectData.chinese(COSMETICS, DIALOGUES),
                  "automotive",
                  AspectData.chinese("bdci_car2018", DIALOGUES),
                  "electronics",
                  AspectData.chinese("zjlab_laptop"),
                  "restaurant",
                  new AspectData(
                      Language.EN,
                      List.of("semeval14_restaurant", MIXED_OPINIONS, "acos_restaurant"),
                      List.of("semeval14_restaurant", MIXED_OPINIONS),
                      restaurant(),
                      false),
                  "airline",
                  new AspectData(
                      Language.EN,
                      List.of("airline_tweets"),
                      List.of("airline_tweets"),
                      airline(),
                      true))));

  /** Every set that is read. */
  static final List<String> ALL =
      Stream.of(SENTIMENT_ZH, OPINIONS_ZH, SENTIMENT_EN, OPINIONS_EN)
          .flatMap(List::stream)
          .distinct()
          .toList();

  private static final Map<String, Channel> CHANNELS =
      Map.of(
          "smp2020_virus_weibo",
          Channel.SOCIAL,
          "nlpcc2013_weibo_emotion",
          Channel.SOCIAL,
          "bdci_car2018",
          Channel.SOCIAL,
          "airline_tweets",
          Channel.SOCIAL,
          "brand_tweets_sxsw",
          Channel.SOCIAL,
          "chat_xs",
          Channel.CHAT,
          DIALOGUES,
          Channel.CHAT,
          "stc3_helpdesk_zh",
          Channel.SOCIAL,
          "stc3_helpdesk_en",
          Channel.SOCIAL);

  private static final Map<String, Double> SHARES = Map.of("zjlab_laptop", 0.5, DIALOGUES, 0.5);

  /** Those Chinese sets with a label of the whole that are posts. */
  static final List<String> POSTS_ZH =
      SENTIMENT_ZH.stream().filter(set -> CHANNELS.get(set) == Channel.SOCIAL).toList();

  private DataSets() {}

  private static Map<String, String> restaurant() {
    return Map.ofEntries(
        Map.entry("food", "food"),
        Map.entry("service", "hospitality"),
        Map.entry("price", "price"),
        Map.entry("ambience", "ambience"),
        Map.entry("anecdotes/miscellaneous", "anecdotes"),
        Map.entry("menu", "food.menu"),
        Map.entry("staff", "service_waiters_attitude"),
        Map.entry("place", "anecdotes.place"),
        Map.entry("miscellaneous", "anecdotes"),
        Map.entry("FOOD#QUALITY", "food"),
        Map.entry("FOOD#STYLE_OPTIONS", "food"),
        Map.entry("FOOD#PRICES", "price"),
        Map.entry("DRINKS#QUALITY", "food"),
        Map.entry("DRINKS#STYLE_OPTIONS", "food"),
        Map.entry("DRINKS#PRICES", "price"),
        Map.entry("SERVICE#GENERAL", "hospitality"),
        Map.entry("AMBIENCE#GENERAL", "ambience"),
        Map.entry("RESTAURANT#GENERAL", "anecdotes"),
        Map.entry("RESTAURANT#PRICES", "price"),
        Map.entry("RESTAURANT#MISCELLANEOUS", "anecdotes"),
        Map.entry("LOCATION#GENERAL", "location"));
  }

  private static Map<String, String> airline() {
    return Map.of(
        "Customer Service Issue",
        "customer-service",
        "Late Flight",
        "late-flight",
        "Cancelled Flight",
        "cancelled-flight",
        "Lost Luggage",
        "lost-luggage",
        "Damaged Luggage",
        "damaged-luggage",
        "Bad Flight",
        "bad-flight",
        "Flight Booking Problems",
        "booking",
        "Flight Attendant Complaints",
        "flight-attendant",
        "longlines",
        "longlines",
        "Can't Tell",
        "unclear");
  }

  /** The sets of a language with a label of the whole. */
  static List<String> sentiment(Language language) {
    return language == Language.EN ? SENTIMENT_EN : SENTIMENT_ZH;
  }

  /** The sets of a language with opinions on categories or terms. */
  static List<String> opinions(Language language) {
    return language == Language.EN ? OPINIONS_EN : OPINIONS_ZH;
  }

  /** The channel by which the texts of a set came; reviews where nothing else is known. */
  static Channel channel(String set) {
    return CHANNELS.getOrDefault(set, Channel.REVIEW);
  }

  /** Share of a set without a dev file that is held out. */
  static double heldOutShare(String set) {
    return SHARES.getOrDefault(set, 0.1);
  }
}
