package org.vocstream.jobs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.vocstream.jobs.settings.Scorer;

/** Scores like {@link NeutralScoring} but throws at the first sight of one feedback. */
final class SabotagedScoring implements Scoring {
  private static final long serialVersionUID = 1L;
  private static final Map<String, AtomicInteger> FAILURES = new ConcurrentHashMap<>();
  private static final Map<String, AtomicInteger> SCORERS = new ConcurrentHashMap<>();

  private final String key;

  SabotagedScoring(String key) {
    this.key = key;
    FAILURES.put(key, new AtomicInteger());
    SCORERS.put(key, new AtomicInteger());
  }

  @Override
  public Scorer scorer() {
    SCORERS.get(key).incrementAndGet();
    return feedback -> {
      if (feedback.key().equals(key) && FAILURES.get(key).compareAndSet(0, 1)) {
        throw new IllegalStateException("sabotage");
      }
      return NeutralScoring.score(feedback);
    };
  }

  int failures() {
    return FAILURES.get(key).get();
  }

  int scorers() {
    return SCORERS.get(key).get();
  }
}
