package org.vocstream.elasticsearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vocstream.call.Contact;
import org.vocstream.call.Evidence;
import org.vocstream.call.SatisfactionEvidence;
import org.vocstream.call.ToldReason;
import org.vocstream.feedback.Answer;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.Survey;
import org.vocstream.feedback.Turn;
import org.vocstream.opinion.Comparison;
import org.vocstream.scoring.Flag;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.TurnScore;

/**
 * The document of a feedback in {@code voc-feedback}. The same feedback gives the same document but
 * for {@code ingested_at}.
 */
public final class FeedbackDocument {
  /** Longest name of an attribute, in UTF-16 units; Lucene takes name and value as one term. */
  static final int MAX_ATTRIBUTE_NAME = 256;

  private FeedbackDocument() {}

  /** Writes the document; {@code clock} tells {@code ingested_at}. */
  public static ObjectNode of(ScoredFeedback scored, Clock clock) {
    Feedback feedback = scored.feedback();
    Fields fields = new Fields();
    fields
        .put("id", feedback.id())
        .put("source", feedback.source())
        .put("channel", feedback.channel().code())
        .put("brand", feedback.brand())
        .put("product", feedback.product())
        .put("line", scored.line())
        .put("author", feedback.author())
        .put("customer", feedback.customer())
        .put("segment", feedback.segment())
        .put("stage", feedback.stage())
        .put("published_at", feedback.publishedAt())
        .put("rating", feedback.rating())
        .put("nps", feedback.nps())
        .put("touchpoint", feedback.touchpoint());
    if (feedback.survey() != null) {
      survey(fields, feedback.survey());
    }
    fields
        .put("url", feedback.url())
        .put("reply_to", feedback.replyTo())
        .put("lang", scored.language().code())
        .put("declared_lang", feedback.declaredLang())
        .put("text", feedback.text())
        .put("tokens", scored.tokens())
        .put("turns", turns(feedback.turns(), scored.transcript().turns()))
        .put("sentiment", scored.sentiment())
        .put("mention_count", scored.mentions().size())
        .put("opinions", scored.opinions())
        .put("unassigned", scored.unassigned().size())
        .put("comparisons", scored.comparisons().stream().map(c -> comparison(c)).toList())
        .putKeywords("comparison_pairs", pairs(scored.comparisons()))
        .putKeywords("comparison_indicators", pairsOnIndicators(scored.comparisons()))
        .putKeywords("flags", scored.flags().stream().map(Flag::code).toList())
        .put("suspect", scored.isSuspect())
        .put("duplicate_of", duplicateOf(scored))
        .put("satisfaction", scored.transcript().satisfaction())
        .put("peak", scored.transcript().peak())
        .put("end", scored.transcript().end())
        .put("slope", scored.transcript().slope())
        .put(
            "satisfaction_evidence",
            scored.transcript().evidence().stream().map(e -> evidence(e)).toList());
    if (feedback.isTranscript()) {
      contact(fields.put("turn_count", feedback.turns().size()), scored.transcript().contact());
    }
    if (!feedback.attributes().isEmpty()) {
      fields.put("attributes", attributes(feedback.attributes()));
    }
    return fields.put("scored_by", scored.scoredBy()).put("ingested_at", clock.instant()).json();
  }

  private static void contact(Fields fields, Contact contact) {
    if (contact.intent() == null) {
      return;
    }
    List<String> reasons = contact.reasons().stream().map(ToldReason::code).toList();
    List<Fields> evidence = new ArrayList<>();
    contact.reasons().forEach(reason -> evidence.add(evidence(reason.code(), reason.at())));
    if (contact.intentAt() != null) {
      evidence.add(evidence("intent", contact.intentAt()));
    }
    if (contact.resolutionAt() != null) {
      evidence.add(evidence("resolution", contact.resolutionAt()));
    }
    fields
        .put("contact_reason", reasons.isEmpty() ? null : reasons.get(0))
        .putKeywords("contact_reasons", reasons)
        .put("contact_evidence", evidence)
        .put("intent", contact.intent().code())
        .put("resolution", contact.resolution().code())
        .put("response_ms", contact.responseMs())
        .put("handling_ms", contact.handlingMs());
  }

  private static void survey(Fields fields, Survey survey) {
    fields
        .put("questionnaire", survey.questionnaire())
        .put("wave", survey.wave())
        .put("answers", survey.answers().stream().map(answer -> answer(answer)).toList());
  }

  private static Fields answer(Answer answer) {
    return new Fields()
        .put("indicator", answer.indicator())
        .put("performance", answer.performance())
        .put("expectation", answer.expectation())
        .put("scale", answer.scale());
  }

  private static Fields evidence(String of, Evidence at) {
    return new Fields()
        .put("of", of)
        .put("turn", at.turn())
        .put("start", at.start())
        .put("end", at.end());
  }

  private static String duplicateOf(ScoredFeedback scored) {
    String original = scored.suspicion().duplicateOf();
    return original == null ? null : DocumentId.feedback(original);
  }

  private static List<Fields> turns(List<Turn> turns, List<TurnScore> scores) {
    List<Fields> documents = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      Fields fields =
          new Fields()
              .put("speaker", turn.speaker().code())
              .put("text", turn.text())
              .put("start", turn.start())
              .put("start_ms", turn.startMs())
              .put("end_ms", turn.endMs());
      if (i < scores.size()) {
        TurnScore score = scores.get(i);
        fields
            .put("sentiment", score.sentiment())
            .put("satisfaction", score.satisfaction())
            .put("satisfaction_score", score.satisfactionScore());
      }
      documents.add(fields);
    }
    return documents;
  }

  private static Fields evidence(SatisfactionEvidence span) {
    return new Fields()
        .put("turn", span.turn())
        .put("start", span.start())
        .put("end", span.end())
        .put("contribution", span.contribution());
  }

  private static Fields comparison(Comparison comparison) {
    return new Fields()
        .put("winner", comparison.winner())
        .put("loser", comparison.loser())
        .put("indicator", comparison.indicator())
        .put("start", comparison.start())
        .put("end", comparison.end());
  }

  /**
   * Who wins over whom, {@code winner>loser}: objects of an array do not keep their fields apart.
   */
  private static List<String> pairs(List<Comparison> comparisons) {
    return comparisons.stream().map(c -> pair(c)).distinct().toList();
  }

  /** {@code winner>loser|indicator}, where there is one. */
  private static List<String> pairsOnIndicators(List<Comparison> comparisons) {
    return comparisons.stream()
        .filter(c -> c.indicator() != null)
        .map(c -> pair(c) + "|" + c.indicator())
        .distinct()
        .toList();
  }

  private static String pair(Comparison comparison) {
    return comparison.winner() + ">" + comparison.loser();
  }

  private static Fields attributes(Map<String, String> attributes) {
    Fields fields = new Fields();
    new TreeMap<>(attributes)
        .forEach(
            (name, value) ->
                // Elasticsearch refuses U+0000 in the name of a flattened field.
                fields.put(
                    WellFormed.of(WellFormed.cut(name.replace('\0', ' '), MAX_ATTRIBUTE_NAME)),
                    value));
    return fields;
  }
}
