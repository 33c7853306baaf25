package org.vocstream.call;

import java.util.List;
import org.vocstream.call.CallWords.Says;

/**
 * Reads turn by turn how a contact ends. The customer's last word decides; what the agent says only
 * tells what a thank you is for. For one transcript and one thread.
 *
 * <ul>
 *   <li>The customer says that it works or has come: resolved. That it does not, or gives up:
 *       unresolved; of both in one turn the later.
 *   <li>Turns to an authority or a rival: unresolved.
 *   <li>Accepts, after the agent did it: resolved. After the agent promised it: unknown, for the
 *       transcript does not tell whether it came. Else an enquiry that was answered is resolved,
 *       one that was refused unknown, and so is a complaint: politeness solves nothing.
 *   <li>Complains once more after the answer: unresolved, unless something was promised or done.
 * </ul>
 */
final class OutcomeReading {
  private final Intent intent;
  private Resolution resolution = Resolution.UNKNOWN;
  private Evidence at;

  /** True where the customer has said what it is about, so that an agent's turn is an answer. */
  private boolean asked;

  private boolean answered;
  private boolean done;
  private boolean promised;
  private boolean refused;

  OutcomeReading(Intent intent) {
    this.intent = intent;
  }

  Resolution resolution() {
    return resolution;
  }

  /** The customer's words that tell it, or null. */
  Evidence at() {
    return at;
  }

  OutcomeReading read(List<SaidTurn> turns) {
    for (SaidTurn turn : turns) {
      if (turn.isSilent()) {
        continue;
      }
      if (turn.isCustomer()) {
        customer(turn);
      } else {
        agent(turn);
      }
    }
    return this;
  }

  private void agent(SaidTurn turn) {
    answered |= asked;
    for (CallWords.Word word : turn.words()) {
      switch (word.says()) {
        case DONE -> {
          done = true;
          promised = false;
          refused = false;
        }
        case PROMISES -> {
          promised = true;
          done = false;
        }
        case REFUSES -> refused = true;
        default -> throw new IllegalStateException(word.entry() + " is not by an agent");
      }
    }
    if (resolution == Resolution.UNRESOLVED && (turn.says(Says.DONE) || turn.says(Says.PROMISES))) {
      ends(Resolution.UNKNOWN, null);
    }
  }

  private void customer(SaidTurn turn) {
    boolean solved = turn.says(Says.SOLVED);
    boolean unsolved = turn.says(Says.UNSOLVED);
    if (solved && (!unsolved || isLater(turn, Says.SOLVED, Says.UNSOLVED))) {
      ends(Resolution.RESOLVED, turn.at(turn.last(Says.SOLVED).span()));
    } else if (unsolved) {
      ends(Resolution.UNRESOLVED, turn.at(turn.last(Says.UNSOLVED).span()));
    } else if (turn.says(Says.THREATENS) && answered) {
      ends(Resolution.UNRESOLVED, turn.at(turn.last(Says.THREATENS).span()));
    } else if (turn.says(Says.COMPLAINS) && answered) {
      complains(turn);
    } else if (turn.says(Says.WAITS) && answered && !done) {
      ends(Resolution.UNKNOWN, turn.at(turn.last(Says.WAITS).span()));
      promised = true;
    } else if (turn.says(Says.ACCEPTS) && answered) {
      accepts(turn);
    } else if (turn.says(Says.ASKS)) {
      ends(Resolution.UNKNOWN, null);
    }
    asked = true;
  }

  private void complains(SaidTurn turn) {
    if (!promised && !done) {
      ends(Resolution.UNRESOLVED, turn.at(turn.last(Says.COMPLAINS).span()));
    } else {
      ends(Resolution.UNKNOWN, null);
    }
  }

  private void accepts(SaidTurn turn) {
    if (resolution == Resolution.RESOLVED) {
      return;
    }
    boolean resolved = done || (intent == Intent.ENQUIRY && !promised && !refused);
    // After "it still does not work" a thank you is not enough.
    if (resolved && (done || resolution == Resolution.UNKNOWN)) {
      ends(Resolution.RESOLVED, turn.at(turn.last(Says.ACCEPTS).span()));
    } else {
      ends(Resolution.UNKNOWN, null);
    }
  }

  private static boolean isLater(SaidTurn turn, Says one, Says other) {
    return turn.last(one).span().start() > turn.last(other).span().start();
  }

  private void ends(Resolution how, Evidence told) {
    resolution = how;
    at = told;
  }
}
