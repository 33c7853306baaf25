package org.vocstream.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vocstream.suspect.Trace;

/**
 * The traces that one feedback has left, with what they have in common once: this is remembered of
 * every feedback for weeks. Immutable.
 *
 * @param publishedAt when the feedback was published, or null
 * @param signature that of its text, or null where no trace has one
 * @param places where a trace with the signature lies
 * @param voice whose voice these count for
 * @param plainPlaces where a trace without a signature lies
 * @param plainVoices whose voice each of those counts for, in their order
 * @param until event time at which they are forgotten, in ms
 */
public record TracesLeft(
    Instant publishedAt,
    String signature,
    List<String> places,
    long voice,
    List<String> plainPlaces,
    List<Long> plainVoices,
    long until) {

  /** The traces of one feedback, at least one; those with a signature come first. */
  static TracesLeft of(List<Trace> traces, long until) {
    String signature = traces.get(0).signature();
    List<String> places = new ArrayList<>();
    List<String> plainPlaces = new ArrayList<>();
    List<Long> plainVoices = new ArrayList<>();
    for (Trace trace : traces) {
      if (trace.signature() == null) {
        plainPlaces.add(trace.place());
        plainVoices.add(trace.voice());
      } else {
        places.add(trace.place());
      }
    }
    return new TracesLeft(
        traces.get(0).publishedAt(),
        signature,
        places,
        traces.get(0).voice(),
        plainPlaces,
        plainVoices,
        until);
  }

  /** All of them; {@code key} is that of the feedback. */
  List<Trace> traces(String key) {
    List<Trace> traces = new ArrayList<>();
    for (String place : places) {
      traces.add(new Trace(place, key, voice, publishedAt, signature));
    }
    for (int i = 0; i < plainPlaces.size(); i++) {
      traces.add(new Trace(plainPlaces.get(i), key, plainVoices.get(i), publishedAt, null));
    }
    return traces;
  }
}
