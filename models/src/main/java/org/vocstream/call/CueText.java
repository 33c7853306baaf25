package org.vocstream.call;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the lines of a subtitle say, and who: {@code <v Name>}, {@code [SPEAKER_00]:}, {@code Name:}
 * and a dash where another begins. Stateless, thread-safe.
 */
final class CueText {
  private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\s>]*)?\\s+([^>]{1,100})>");
  private static final Pattern TAG =
      Pattern.compile("</?[a-zA-Z0-9][^<>]{0,200}>|\\{\\\\[^{}]{0,100}\\}");
  private static final Pattern BRACKETED =
      Pattern.compile("^[\\[(（【<]([^\\[\\](（）)【】<>]{1,40})[\\])）】>]\\s*[:：]\\s*");
  private static final Pattern DASH = Pattern.compile("^(?:[-–—]\\s*|>>+\\s*)(?=\\S)");

  private CueText() {}

  /** The stretches of speech of one subtitle. */
  static List<Segment> segments(List<String> lines, Long start, Long end) {
    List<Segment> segments = new ArrayList<>();
    String speaker = null;
    StringBuilder said = new StringBuilder();
    for (String line : lines) {
      String rest = line.strip();
      Matcher dash = DASH.matcher(rest);
      boolean begins = dash.find();
      rest = begins ? rest.substring(dash.end()) : rest;
      Matcher voice = VOICE.matcher(rest);
      int at = 0;
      boolean voiced = false;
      while (voice.find()) {
        String before = rest.substring(at, voice.start());
        Words.append(said, plain(before));
        add(segments, speaker, said, start, end);
        speaker = voice.group(1);
        at = voice.end();
        voiced = true;
      }
      String words = plain(rest.substring(at));
      String label = voiced ? null : label(words);
      if (begins || label != null) {
        add(segments, speaker, said, start, end);
        speaker = label;
        words = label == null ? words : words.substring(afterLabel(words));
      }
      Words.append(said, words);
    }
    add(segments, speaker, said, start, end);
    return segments;
  }

  private static void add(
      List<Segment> segments, String speaker, StringBuilder said, Long start, Long end) {
    if (!said.toString().isBlank()) {
      segments.add(new Segment(speaker, said.toString(), start, end));
    }
    said.setLength(0);
  }

  /** The label that a line begins with, or null. */
  private static String label(String line) {
    Matcher bracketed = BRACKETED.matcher(line);
    return bracketed.find() ? bracketed.group(1) : SpeakerLabel.at(line);
  }

  private static int afterLabel(String line) {
    Matcher bracketed = BRACKETED.matcher(line);
    return bracketed.find() ? bracketed.end() : SpeakerLabel.end(line);
  }

  private static String plain(String line) {
    return TAG.matcher(line)
        .replaceAll("")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", " ")
        .replace("&lrm;", "")
        .replace("&rlm;", "")
        .replace("&amp;", "&")
        .strip();
  }
}
