package org.vocstream.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vocstream.linear.LinearModel;

/** How a model was trained, as its card tells it. */
interface Trainer {
  /** Puts trainer, settings, seed and features of a model onto its card. */
  void describe(ObjectNode card, LinearModel model);
}
