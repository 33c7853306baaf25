package org.vocstream.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads WebVTT (W3C) and SubRip (.srt), which differ in the header and the sign before the
 * milliseconds alone. A file without the header WEBVTT is read all the same.
 */
final class WebVttReader implements TranscriptReader {
  private static final Pattern TIMES =
      Pattern.compile("^\\s*(-?" + ClockTime.FORM + ")\\s*-->\\s*(-?" + ClockTime.FORM + ").*");

  @Override
  public boolean reads(String name, String text) {
    return name.endsWith(".vtt")
        || name.endsWith(".srt")
        || text.startsWith("WEBVTT")
        || text.lines().limit(20).anyMatch(line -> TIMES.matcher(line).matches());
  }

  @Override
  public Transcribed read(String text) throws TranscriptException {
    List<Segment> segments = new ArrayList<>();
    List<String> cue = null;
    Long start = null;
    Long end = null;
    int times = 0;
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher timed = TIMES.matcher(line);
      if (timed.matches()) {
        times++;
        if (cue != null) {
          // The line before the times is the cue's number where no empty line parts the two.
          dropNumber(cue);
          segments.addAll(CueText.segments(cue, start, end));
        }
        cue = new ArrayList<>();
        start = ClockTime.milliseconds(timed.group(1));
        end = ClockTime.milliseconds(timed.group(2));
      } else if (line.isBlank()) {
        if (cue != null) {
          segments.addAll(CueText.segments(cue, start, end));
          cue = null;
        }
      } else if (cue != null) {
        cue.add(line);
      }
    }
    if (cue != null) {
      segments.addAll(CueText.segments(cue, start, end));
    }
    if (times == 0) {
      throw new TranscriptException(
          "the subtitle file has no line with times (00:00:01.000 --> 00:00:02.500); export it again");
    }
    return new Transcribed(segments, Map.of());
  }

  private static void dropNumber(List<String> cue) {
    int last = cue.size() - 1;
    if (last >= 1 && cue.get(last).strip().matches("\\d+")) {
      cue.remove(last);
    }
  }
}
