package org.vocstream.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.vocstream.feedback.Speaker;
import org.vocstream.feedback.SpeakerNames;
import org.vocstream.feedback.SpeakerRoles;

/**
 * Tells who of the speakers of a transcript is the customer and who the agent.
 *
 * <ul>
 *   <li>A label that is a word for one of them decides (客户, 坐席01, "Agent Mary"); but where two
 *       speakers or more are all called customers (用户1, 用户2), the labels say nothing.
 *   <li>Of two speakers one of whom is known, the other is the other.
 *   <li>Of two unknown speakers, the one who sounds more like an agent over all they say is the
 *       agent. Of three and more, each is judged by themselves.
 *   <li>One speaker alone is a customer unless they clearly sound like an agent.
 *   <li>Where nobody is named, each stretch of speech is judged by itself; one that could be either
 *       belongs to whoever spoke before, at the begin to the customer.
 * </ul>
 *
 * Immutable, thread-safe.
 */
public final class RoleClassifier implements SpeakerRoles {
  /** Log-odds from which on a single stretch of speech says by itself whose it is. */
  private static final double SURE_OF_SEGMENT = 0.5;

  /** Log-odds from which on a lone speaker clearly sounds like an agent. */
  private static final double CLEARLY_AGENT = 2;

  private final SpeakerNames names;
  private final RoleModel model;

  /** How it is known who speaks. */
  public enum Basis {
    /** By the labels. */
    LABEL,
    /** By all that each speaker says. */
    SPEAKER,
    /** By each stretch of speech alone. */
    SEGMENT
  }

  /**
   * Who speaks.
   *
   * @param speakers one per segment
   * @param basis the weakest way by which one of them is known
   */
  public record Roles(List<Speaker> speakers, Basis basis) {}

  /** A classifier with the model that comes with the program. */
  public RoleClassifier() {
    this(RoleModel.bundled());
  }

  /** A classifier with a model of one's own. */
  public RoleClassifier(RoleModel model) {
    this.names = SpeakerNames.bundled();
    this.model = model;
  }

  @Override
  public List<Speaker> of(List<String> turns) {
    return bySegment(turns);
  }

  /** Who speaks in each of these segments. */
  public Roles roles(List<Segment> segments) {
    Map<String, StringBuilder> said = new LinkedHashMap<>();
    for (Segment segment : segments) {
      if (segment.speaker() != null) {
        said.computeIfAbsent(segment.speaker(), s -> new StringBuilder())
            .append(segment.text())
            .append('\n');
      }
    }
    if (said.isEmpty()) {
      List<String> texts = segments.stream().map(Segment::text).toList();
      return new Roles(bySegment(texts), Basis.SEGMENT);
    }
    Map<String, Speaker> known = byLabel(said.keySet());
    Basis basis = known.size() == said.size() ? Basis.LABEL : Basis.SPEAKER;
    Map<String, Speaker> roles = bySpeech(said, known);
    List<Speaker> guessed = List.of();
    if (segments.stream().anyMatch(s -> s.speaker() == null)) {
      basis = Basis.SEGMENT;
      guessed = bySegment(segments.stream().map(Segment::text).toList());
    }
    List<Speaker> speakers = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      Speaker role = roles.get(segments.get(i).speaker());
      speakers.add(role == null ? guessed.get(i) : role);
    }
    return new Roles(List.copyOf(speakers), basis);
  }

  private Map<String, Speaker> byLabel(Collection<String> labels) {
    Map<String, Speaker> known = new HashMap<>();
    for (String label : labels) {
      names.within(label).ifPresent(role -> known.put(label, role));
    }
    Set<Speaker> roles = known.isEmpty() ? Set.of() : EnumSet.copyOf(known.values());
    boolean allCustomers = known.size() > 1 && roles.equals(EnumSet.of(Speaker.CUSTOMER));
    return allCustomers && known.size() == labels.size() ? Map.of() : known;
  }

  private Map<String, Speaker> bySpeech(
      Map<String, StringBuilder> said, Map<String, Speaker> known) {
    Map<String, Speaker> roles = new HashMap<>(known);
    Map<String, Double> scores = new LinkedHashMap<>();
    said.forEach(
        (label, text) -> {
          if (!known.containsKey(label)) {
            scores.put(label, model.logOdds(text.toString()));
          }
        });
    if (said.size() == 2 && scores.size() == 1) {
      Speaker other = known.values().iterator().next();
      roles.put(scores.keySet().iterator().next(), other(other));
    } else if (said.size() == 2 && scores.size() == 2) {
      List<String> labels = List.copyOf(scores.keySet());
      boolean first = scores.get(labels.get(0)) > scores.get(labels.get(1));
      roles.put(labels.get(0), first ? Speaker.AGENT : Speaker.CUSTOMER);
      roles.put(labels.get(1), first ? Speaker.CUSTOMER : Speaker.AGENT);
    } else {
      double least = said.size() == 1 ? CLEARLY_AGENT : 0;
      scores.forEach(
          (label, score) -> roles.put(label, score > least ? Speaker.AGENT : Speaker.CUSTOMER));
    }
    return roles;
  }

  private static Speaker other(Speaker speaker) {
    return Objects.equals(speaker, Speaker.AGENT) ? Speaker.CUSTOMER : Speaker.AGENT;
  }

  private List<Speaker> bySegment(List<String> texts) {
    List<Speaker> speakers = new ArrayList<>();
    Speaker last = Speaker.CUSTOMER;
    for (String text : texts) {
      double score = model.logOdds(text);
      if (Math.abs(score) >= SURE_OF_SEGMENT) {
        last = score > 0 ? Speaker.AGENT : Speaker.CUSTOMER;
      }
      speakers.add(last);
    }
    return List.copyOf(speakers);
  }
}
