package org.vocstream.cli;

import java.util.List;
import java.util.Map;
import org.vocstream.elasticsearch.QuestionException;
import org.vocstream.elasticsearch.SurveyQuestion;
import picocli.CommandLine.Option;

/** Which answers are looked at, and against what. */
final class SurveysOptions {
  @Option(names = "--brand", required = true, paramLabel = "NAME", description = "The own brand.")
  String brand;

  @Option(
      names = "--against",
      split = ",",
      paramLabel = "NAMES",
      description = "Competitors, with commas between. Default: the own brand alone.")
  List<String> against = List.of();

  @Option(
      names = "--questionnaire",
      paramLabel = "ID[/WAVE]",
      description =
          "The questionnaire, with its wave where it has several: csat/2026Q3. Default: the one that was answered last.")
  String questionnaire;

  @Option(
      names = "--wave-against",
      paramLabel = "WAVE",
      description =
          "Also shows the change since this wave or questionnaire, or since \"previous\", the wave before.")
  String waveAgainst;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      description =
          "Only answers of these weeks (2026-W40..2026-W43), months (2026-10) or days; not of those that changes are told from. Default: all.")
  String period;

  @Option(
      names = "--segment",
      split = ",",
      paramLabel = "NAMES",
      description = "Only customers of these segments.")
  List<String> segments = List.of();

  @Option(
      names = "--product",
      split = ",",
      paramLabel = "NAMES",
      description = "Only answers on these products.")
  List<String> products = List.of();

  @Option(
      names = "--indicators",
      split = ",",
      paramLabel = "CODES",
      description =
          "Only these indicators, by code or name. The fewer are judged together, the smaller gaps are told.")
  List<String> indicators = List.of();

  @Option(names = "--labels", paramLabel = "LANG", description = "zh, en or both. Default: both.")
  Labels labels = Labels.BOTH;

  @Option(names = "--json", description = "Prints JSON (docs/surveys.md) instead of text.")
  boolean json;

  @Option(
      names = "--pack",
      paramLabel = "PACK",
      description =
          "The pack that names the indicators. Default: the bundled ones that scored the open answers.")
  String pack;

  /** The question, as far as it can be told to be right before anything is started. */
  SurveyQuestion question() {
    SurveyQuestion question =
        new SurveyQuestion(
            brand,
            against,
            questionnaire,
            waveAgainst,
            period,
            Map.of("segment", segments, "product", products),
            indicators,
            pack);
    try {
      question.check();
    } catch (QuestionException e) {
      throw UserError.of(e);
    }
    return question;
  }
}
