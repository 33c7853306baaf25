package org.vocstream.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.vocstream.call.Contact;
import org.vocstream.call.Intent;
import org.vocstream.call.Resolution;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.Speaker;
import org.vocstream.feedback.Turn;
import org.vocstream.pack.ContactReasonMatcher;
import org.vocstream.pack.Pack;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.text.BundledYaml;
import org.vocstream.text.Folding;

/**
 * The hand-written small calls of {@code models/cases/contacts.yaml}, and of {@code
 * contacts-held-out.yaml}, which was written before any rule and is only counted: of how many the
 * main contact reason, the intent and the resolution are those that a listener hears. Immutable.
 */
public final class ContactCases {
  private static final String FOLDER = "/cases/";

  /** The sets, the open one first. */
  static final List<String> FILES = List.of("contacts", "contacts-held-out");

  private final List<ContactCase> cases;

  /**
   * One call and what a listener hears.
   *
   * @param set name of its file
   * @param reason code of the main reason, or null where none is told
   */
  record ContactCase(
      String set,
      String code,
      String pack,
      Feedback call,
      String reason,
      Intent intent,
      Resolution resolution) {}

  /** A call as it was scored. */
  private record Answer(ContactCase of, ScoredFeedback scored, String firstReason) {
    Contact contact() {
      return scored.transcript().contact();
    }

    String reason() {
      return contact().reasons().isEmpty() ? null : contact().reasons().get(0).code();
    }

    boolean isReasonRight() {
      return Objects.equals(of.reason(), reason());
    }

    boolean isIntentRight() {
      return of.intent() == contact().intent();
    }

    boolean isResolutionRight() {
      return of.resolution() == contact().resolution();
    }
  }

  private ContactCases(List<ContactCase> cases) {
    this.cases = cases;
  }

  /**
   * The calls that come with the program.
   *
   * @throws IllegalArgumentException where one is not well formed
   */
  public static ContactCases bundled() {
    List<ContactCase> cases = new ArrayList<>();
    for (String file : FILES) {
      Map<?, ?> written = BundledYaml.parse(file, text(file + ".yaml"));
      for (Object one : (List<?>) written.get("cases")) {
        cases.add(read(file, (Map<?, ?>) one));
      }
    }
    return new ContactCases(List.copyOf(cases));
  }

  private static String text(String name) {
    try (InputStream in = ContactCases.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(
            FOLDER + name + " is not on the class path: build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FOLDER + name, e);
    }
  }

  private static ContactCase read(String set, Map<?, ?> written) {
    String code = String.valueOf(written.get("code"));
    List<Turn> turns = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Object line : (List<?>) written.get("turns")) {
      String[] said = String.valueOf(line).split(": ", 2);
      if (said.length < 2 || !List.of("A", "C").contains(said[0])) {
        throw new IllegalArgumentException(code + ": a turn begins with \"A: \" or \"C: \"");
      }
      text.append(turns.isEmpty() ? "" : "\n");
      Speaker speaker = said[0].equals("A") ? Speaker.AGENT : Speaker.CUSTOMER;
      turns.add(new Turn(speaker, said[1], text.length(), null, null));
      text.append(said[1]);
    }
    Object pack = written.get("pack");
    return new ContactCase(
        set,
        code,
        pack == null ? "telecom" : String.valueOf(pack),
        call(code, text.toString(), turns),
        (String) written.get("reason"),
        Intent.valueOf(upper(written.get("intent"))),
        Resolution.valueOf(upper(written.get("resolution"))));
  }

  private static Feedback call(String id, String text, List<Turn> turns) {
    return new Feedback(
        id,
        "cases",
        Channel.CALL,
        text,
        List.copyOf(turns),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        Map.of());
  }

  private static String upper(Object code) {
    return String.valueOf(code).toUpperCase(Locale.ROOT);
  }

  /** How many calls there are. */
  public int size() {
    return cases.size();
  }

  /**
   * Per set the share of calls whose main reason, intent and resolution are right. The simple way
   * takes the first reason that is named, a bad sentiment of the whole for a complaint, and the
   * score of the last customer turn for the outcome.
   *
   * @param models the models that score
   */
  public List<Measured> run(ModelFolder models) {
    Map<String, List<Answer>> bySet = new LinkedHashMap<>();
    answers(models)
        .forEach(a -> bySet.computeIfAbsent(a.of().set(), s -> new ArrayList<>()).add(a));
    List<Measured> measured = new ArrayList<>();
    bySet.forEach(
        (set, answers) -> {
          measured.add(
              line(
                  set,
                  "contact reason accuracy",
                  answers,
                  a -> "broadband-fault".equals(a.of().reason()),
                  a -> Objects.equals(a.of().reason(), a.firstReason()),
                  Answer::isReasonRight));
          measured.add(
              line(
                  set,
                  "complaint or enquiry accuracy",
                  answers,
                  a -> a.of().intent() == Intent.ENQUIRY,
                  a -> a.of().intent() == (label(a) < 0 ? Intent.COMPLAINT : Intent.ENQUIRY),
                  Answer::isIntentRight));
          measured.add(
              line(
                  set,
                  "resolution accuracy",
                  answers,
                  a -> a.of().resolution() == Resolution.RESOLVED,
                  a -> a.of().resolution() == simple(a.scored().transcript().end()),
                  Answer::isResolutionRight));
        });
    return measured;
  }

  /** What does not hold of which call, by its code; empty where all does. */
  Map<String, String> faults(ModelFolder models) {
    Map<String, String> faults = new TreeMap<>();
    for (Answer a : answers(models)) {
      if (!a.isReasonRight() || !a.isIntentRight() || !a.isResolutionRight()) {
        faults.put(
            a.of().code(),
            String.format(
                "%s %s %s instead of %s %s %s",
                a.reason(),
                a.contact().intent().code(),
                a.contact().resolution().code(),
                a.of().reason(),
                a.of().intent().code(),
                a.of().resolution().code()));
      }
    }
    return faults;
  }

  private List<Answer> answers(ModelFolder models) {
    Map<String, FeedbackScorer> scorers = new TreeMap<>();
    Map<String, ContactReasonMatcher> matchers = new TreeMap<>();
    Folding folding = new Folding();
    List<Answer> answers = new ArrayList<>();
    for (ContactCase one : cases) {
      Pack pack = new PackLoader().load(one.pack());
      FeedbackScorer scorer =
          scorers.computeIfAbsent(one.pack(), p -> FeedbackScorer.of(pack, models));
      ContactReasonMatcher matcher =
          matchers.computeIfAbsent(one.pack(), p -> new ContactReasonMatcher(pack));
      String first =
          one.call().turns().stream()
              .filter(t -> t.speaker() == Speaker.CUSTOMER)
              .flatMap(t -> matcher.find(folding.fold(t.text()).text()).stream())
              .map(m -> m.reason().code())
              .findFirst()
              .orElse(null);
      answers.add(new Answer(one, scorer.score(one.call()), first));
    }
    return answers;
  }

  private static int label(Answer answer) {
    return answer.scored().sentiment() == null ? 0 : answer.scored().sentiment().label();
  }

  private static Resolution simple(Double end) {
    return end == null || end == 0
        ? Resolution.UNKNOWN
        : end > 0 ? Resolution.RESOLVED : Resolution.UNRESOLVED;
  }

  private static Measured line(
      String set,
      String measure,
      List<Answer> answers,
      Predicate<Answer> majority,
      Predicate<Answer> simple,
      Predicate<Answer> ours) {
    return Measured.of(
        set,
        answers.size(),
        measure,
        share(answers, majority),
        share(answers, simple),
        share(answers, ours));
  }

  private static double share(List<Answer> answers, Predicate<Answer> right) {
    return answers.stream().filter(right).count() / (double) answers.size();
  }
}
