package org.vocstream.elasticsearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import org.vocstream.feedback.Feedback;
import org.vocstream.opinion.Mention;
import org.vocstream.scoring.ScoredFeedback;

/**
 * The document of one mention in {@code voc-mentions}: the mention, and of its feedback what
 * analysts filter and group by. The same mention gives the same document but for {@code
 * ingested_at}.
 *
 * <p>{@code feedback} is the {@code _id} of the feedback document. {@code cluster} is the unit that
 * an interval clusters by: the author where known, else the feedback. {@code brand_indicator} and
 * {@code brand_group} join two fields with {@code |}, to group by both at once.
 */
public final class MentionDocument {
  private MentionDocument() {}

  /**
   * Writes the document.
   *
   * @param ordinal the mention's place in {@link ScoredFeedback#mentions()}, from 0
   * @param clock tells {@code ingested_at}
   */
  public static ObjectNode of(ScoredFeedback scored, int ordinal, Clock clock) {
    Feedback feedback = scored.feedback();
    Mention mention = scored.mentions().get(ordinal);
    String feedbackId = DocumentId.feedback(feedback.key());
    Fields fields = new Fields();
    fields
        .put("feedback", feedbackId)
        .put("ordinal", ordinal)
        .put("indicator", mention.indicator())
        .put("group", mention.group())
        .put("label", new Fields().put("zh", mention.label().zh()).put("en", mention.label().en()))
        .put("touchpoint", mention.touchpoint())
        .put("value", mention.value())
        .put("polarity", mention.polarity())
        .put("strength", mention.strength())
        .put("confidence", mention.confidence())
        .put("brand", mention.brand());
    if (mention.brand() != null) {
      fields
          .put("brand_indicator", mention.brand() + "|" + mention.indicator())
          .put("brand_group", mention.brand() + "|" + mention.group());
    }
    fields
        .put("turn", mention.turn())
        .put("start", mention.start())
        .put("end", mention.end())
        .put("evidence", mention.evidence())
        .put("cue", mention.cue())
        .put("towards", mention.towards())
        .put("scored_by", mention.scoredBy())
        .put("feedback_id", feedback.id())
        .put("source", feedback.source())
        .put("channel", feedback.channel().code())
        .put("product", feedback.product())
        .put("line", scored.line())
        .put("segment", feedback.segment())
        .put("stage", feedback.stage())
        .put("author", feedback.author())
        .put("customer", feedback.customer())
        .put("cluster", feedback.author() == null ? feedbackId : "author:" + feedback.author())
        .put("lang", scored.language().code())
        .put("published_at", feedback.publishedAt())
        .put("rating", feedback.rating());
    if (scored.sentiment() != null) {
      fields.put("sentiment", new Fields().put("label", scored.sentiment().label()));
    }
    return fields.put("suspect", scored.isSuspect()).put("ingested_at", clock.instant()).json();
  }
}
