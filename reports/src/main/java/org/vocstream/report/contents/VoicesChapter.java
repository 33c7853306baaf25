package org.vocstream.report.contents;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.vocstream.report.Cell;
import org.vocstream.report.Quotation;
import org.vocstream.report.Report;

/** What customers said, word for word. Without state. */
final class VoicesChapter {
  private VoicesChapter() {}

  static Report.Chapter of(ReportMaterial material, Terms terms) {
    ChapterWriter chapter = new ChapterWriter("voices", terms.say("chapter.voices"));
    chapter.note(
        terms.say(
            "voices.note",
            "quotes",
            VoiceChoice.QUOTES,
            "cells",
            VoiceChoice.CELLS,
            "length",
            Excerpt.MOST));
    if (material.voices().isEmpty()) {
      chapter.text(terms.say("voices.none"), Asked.VOICES);
    }
    for (Voice voice : material.voices()) {
      chapter.add(
          new Quotation(
              voice.excerpt().text(),
              voice.excerpt().start(),
              voice.excerpt().end(),
              tone(voice.polarity()),
              voice.brand() + " · " + terms.name(voice.subject()),
              source(voice, material, terms),
              voice.mention(),
              Asked.VOICES));
    }
    return chapter.chapter();
  }

  private static Cell.Tone tone(int polarity) {
    return polarity > 0 ? Cell.Tone.AHEAD : polarity < 0 ? Cell.Tone.BEHIND : Cell.Tone.PLAIN;
  }

  private static String source(Voice voice, ReportMaterial material, Terms terms) {
    List<String> parts = new ArrayList<>(List.of(ValueCourse.channel(voice.channel(), terms)));
    if (!voice.published().isEmpty()) {
      parts.add(
          OffsetDateTime.parse(voice.published())
              .atZoneSameInstant(material.zone())
              .toLocalDate()
              .toString());
    }
    if (!voice.product().isEmpty()) {
      parts.add(voice.product());
    }
    return String.join(" · ", parts);
  }
}
