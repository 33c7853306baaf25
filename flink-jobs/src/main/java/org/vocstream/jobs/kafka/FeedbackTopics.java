package org.vocstream.jobs.kafka;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vocstream.feedback.Channel;

/**
 * Which topic holds the feedback of which channel; several channels may share one. Immutable.
 *
 * @param byChannel topic of each channel that has one, at least one
 */
public record FeedbackTopics(Map<Channel, String> byChannel) implements Serializable {
  /** The topics where nobody names others: chats go with the calls, and say that they are chats. */
  public static final String STANDARD =
      "review=voc.reviews,social=voc.social,call=voc.calls,chat=voc.calls,survey=voc.surveys";

  private static final String LEGAL = "[a-zA-Z0-9._-]{1,249}";

  /** Keeps an unmodifiable copy. */
  public FeedbackTopics {
    byChannel = Collections.unmodifiableMap(new EnumMap<>(byChannel));
  }

  /**
   * The topics of a list like {@value #STANDARD}.
   *
   * @throws IllegalArgumentException where it is none; the message says what and what to do
   */
  public static FeedbackTopics parse(String list) {
    Map<Channel, String> topics = new EnumMap<>(Channel.class);
    for (String pair : list.split(",", -1)) {
      String[] parts = pair.strip().split("=", 2);
      if (parts.length < 2) {
        throw new IllegalArgumentException(
            "--topics " + pair + ": write CHANNEL=TOPIC, as in " + STANDARD);
      }
      Channel channel =
          Channel.of(parts[0])
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "--topics "
                              + pair
                              + ": channel "
                              + parts[0]
                              + " is unknown; one of "
                              + Channel.codes()));
      if (!parts[1].matches(LEGAL) || parts[1].equals(".") || parts[1].equals("..")) {
        throw new IllegalArgumentException(
            "--topics "
                + pair
                + ": a topic's name has 1 to 249 letters, digits, dots, dashes and underscores");
      }
      if (topics.put(channel, parts[1]) != null) {
        throw new IllegalArgumentException(
            "--topics: channel " + channel.code() + " stands twice; give it one topic");
      }
    }
    return new FeedbackTopics(topics);
  }

  /** Where feedback of this channel goes; empty where it has no topic. */
  public Optional<String> of(Channel channel) {
    return Optional.ofNullable(byChannel.get(channel));
  }

  /** The channel of messages in this topic that name none: the first that has it. */
  public Channel channelOf(String topic) {
    return byChannel.entrySet().stream()
        .filter(e -> e.getValue().equals(topic))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no topic of ours: " + topic));
  }

  /** All topics, each once, in order of name. */
  public Set<String> names() {
    return new TreeSet<>(byChannel.values());
  }

  @Override
  public String toString() {
    return Arrays.stream(Channel.values())
        .filter(byChannel::containsKey)
        .map(c -> c.code() + "=" + byChannel.get(c))
        .reduce((a, b) -> a + "," + b)
        .orElse("");
  }
}
