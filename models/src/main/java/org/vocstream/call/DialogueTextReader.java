package org.vocstream.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads plain text, one turn per line: {@code 客户: …}, {@code [00:01:02] 坐席1：…}, {@code Agent
 * (00:12): …}, {@code [0:1.020,0:3.100,1] …} (Tencent), or a line with the speaker above what they
 * say. Any other word with a colon is a label where it begins two lines or more, and at most
 * {@value #MOST_SPEAKERS} do. A line without a label goes on with the turn before; what stands
 * before the first label is the file's header. A file in which nobody is named is one stretch per
 * line.
 */
final class DialogueTextReader implements TranscriptReader {
  private static final int MOST_SPEAKERS = 8;
  private static final long HOUR_MS = 3_600_000;
  private static final String TIME =
      "(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}[ T])?(" + ClockTime.FORM + ")";
  private static final Pattern RANGE =
      Pattern.compile(
          "^\\[("
              + ClockTime.FORM
              + ")\\s*,\\s*("
              + ClockTime.FORM
              + ")(?:\\s*,\\s*(\\d{1,3}))?\\]\\s*");
  private static final Pattern TIME_BEFORE =
      Pattern.compile(
          "^(?:[\\[(（【<]\\s*"
              + TIME
              + "(?:\\s*(?:-+>?|~|–|至|到)\\s*("
              + ClockTime.FORM
              + "))?\\s*[\\])）】>]|"
              + TIME
              + "(?=\\s))\\s*");
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:[\\[【(（<]\\s*([^\\[\\]【】()（）<>:：]{1,30})\\s*[\\]】)）>]|([^:：,，。!！?？;；\\[\\]]{1,30}?))"
              + "\\s*(?:[\\[(（【]\\s*"
              + TIME
              + "\\s*[\\])）】])?\\s*[:：]\\s*(.*)$");
  private static final Pattern HEAD =
      Pattern.compile("^([^:：,，。!！?？]{1,30}?)\\s*[\\[(（【]?\\s*" + TIME + "\\s*[\\])）】]?\\s*$");
  private static final Pattern DASH = Pattern.compile("^(?:[-–—•]|>>)\\s*(?=\\S)");

  private record Line(String label, String text, Long start, Long end, boolean begins) {}

  @Override
  public boolean reads(String name, String text) {
    return true;
  }

  @Override
  public Transcribed read(String text) throws TranscriptException {
    List<String> lines = text.lines().filter(l -> !l.isBlank()).map(String::strip).toList();
    Map<String, Integer> counts = new HashMap<>();
    lines.forEach(l -> counts.merge(labelOf(withoutTime(l)), 1, Integer::sum));
    long repeated =
        counts.entrySet().stream().filter(e -> !e.getKey().isEmpty() && e.getValue() > 1).count();
    List<Line> read = new ArrayList<>();
    for (String line : lines) {
      read.add(line(line, repeated <= MOST_SPEAKERS ? counts : Map.of()));
    }
    return transcribed(read);
  }

  private static Transcribed transcribed(List<Line> lines) {
    boolean named = lines.stream().anyMatch(l -> l.label != null);
    List<Segment> segments = new ArrayList<>();
    List<String> header = new ArrayList<>();
    String speaker = null;
    Long above = null;
    for (Line line : lines) {
      if (named && speaker == null && line.label == null) {
        header.add(line.text);
        continue;
      }
      speaker = line.begins ? line.label : speaker;
      segments.add(
          new Segment(speaker, line.text, line.start == null ? above : line.start, line.end));
      // A line with the speaker alone tells when what stands below was said.
      above = line.text.isEmpty() ? line.start : null;
    }
    return new Transcribed(
        sinceBegin(segments),
        header.isEmpty() ? Map.of() : Map.of("header", String.join("\n", header)));
  }

  /** Times of the day become times of the call: no call begins an hour into itself. */
  private static List<Segment> sinceBegin(List<Segment> segments) {
    long first =
        segments.stream()
            .filter(s -> s.startMs() != null)
            .mapToLong(Segment::startMs)
            .findFirst()
            .orElse(0);
    return first < HOUR_MS ? segments : segments.stream().map(s -> s.earlier(first)).toList();
  }

  private static Line line(String line, Map<String, Integer> counts) {
    Matcher range = RANGE.matcher(line);
    if (range.find()) {
      return new Line(
          range.group(3) == null ? null : "speaker " + range.group(3),
          line.substring(range.end()),
          ClockTime.milliseconds(range.group(1)),
          ClockTime.milliseconds(range.group(2)),
          range.group(3) != null);
    }
    Matcher before = TIME_BEFORE.matcher(line);
    boolean timed = before.find();
    String rest = timed ? line.substring(before.end()) : line;
    Long start = timed ? time(before.group(1), before.group(3)) : null;
    Long end = timed && before.group(2) != null ? ClockTime.milliseconds(before.group(2)) : null;
    Matcher head = HEAD.matcher(rest);
    if (head.matches() && SpeakerLabel.isLabel(head.group(1))) {
      return new Line(head.group(1), "", ClockTime.milliseconds(head.group(2)), null, true);
    }
    Matcher label = LABEL.matcher(rest);
    if (label.matches()
        && (isLabel(name(label), counts)
            || (label.group(3) != null && SpeakerLabel.mayBe(name(label))))) {
      Long own = label.group(3) == null ? start : ClockTime.milliseconds(label.group(3));
      return new Line(name(label), label.group(4), own, end, true);
    }
    Matcher dash = DASH.matcher(rest);
    return dash.find()
        ? new Line(null, rest.substring(dash.end()), start, end, true)
        : new Line(null, rest, start, end, false);
  }

  private static Long time(String first, String second) {
    return ClockTime.milliseconds(first == null ? second : first);
  }

  private static boolean isLabel(String label, Map<String, Integer> counts) {
    return SpeakerLabel.isLabel(label) || counts.getOrDefault(label, 0) > 1;
  }

  private static String name(Matcher label) {
    return (label.group(1) == null ? label.group(2) : label.group(1)).strip();
  }

  private static String withoutTime(String line) {
    return TIME_BEFORE.matcher(line).replaceFirst("");
  }

  /** The words before a colon, or the empty text. */
  private static String labelOf(String line) {
    Matcher label = LABEL.matcher(line);
    return label.matches() ? name(label) : "";
  }
}
