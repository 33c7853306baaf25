package org.vocstream.tuning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adam with decoupled decay of matrices (Loshchilov and Hutter, ICLR 2019) and gradients cut to a
 * norm of 1. Not thread-safe.
 */
final class AdamW {
  private static final double FIRST = 0.9;
  private static final double SECOND = 0.999;
  private static final double LEAST = 1e-8;
  private static final double DECAY = 0.01;

  /** Heads begin with nothing and learn faster. */
  private static final double HEAD_RATE = 1e-3;

  private final double rate;
  private final NDManager manager;
  private final Map<String, NDArray[]> moments = new HashMap<>();
  private int steps;

  AdamW(double rate, NDManager manager) {
    this.rate = rate;
    this.manager = manager;
  }

  /**
   * One step, after which all gradients are nought.
   *
   * @param share of the rate, 0..1
   */
  void step(Map<String, NDArray> learned, double share) {
    steps++;
    double second = Math.sqrt(1 - Math.pow(SECOND, steps));
    double correction = second / (1 - Math.pow(FIRST, steps));
    try (NDManager here = manager.newSubManager()) {
      Map<String, NDArray> gradients = new LinkedHashMap<>();
      double squares = 0;
      for (Map.Entry<String, NDArray> entry : learned.entrySet()) {
        NDArray gradient = entry.getValue().hasGradient() ? entry.getValue().getGradient() : null;
        if (gradient != null) {
          gradient.attach(here);
          gradients.put(entry.getKey(), gradient);
          squares += in(here, gradient.square().sum()).getFloat();
        }
      }
      double cut = Math.min(1, 1 / Math.sqrt(squares));
      for (Map.Entry<String, NDArray> entry : gradients.entrySet()) {
        String name = entry.getKey();
        NDArray weights = learned.get(name);
        NDArray gradient = entry.getValue();
        gradient.muli(cut);
        NDArray[] moment = moments.computeIfAbsent(name, n -> noughts(weights));
        moment[0].muli(FIRST).addi(in(here, gradient.mul(1 - FIRST)));
        moment[1].muli(SECOND).addi(in(here, gradient.square()).muli(1 - SECOND));
        double own = share * (Bert.isOfHead(name) ? HEAD_RATE : rate);
        NDArray divisor = in(here, moment[1].sqrt()).addi(LEAST * second);
        NDArray move = in(here, moment[0].div(divisor)).muli(own * correction);
        weights.setRequiresGradient(false);
        if (name.endsWith(".weight") && !name.contains("LayerNorm")) {
          weights.muli(1 - own * DECAY);
        }
        weights.subi(move);
        weights.setRequiresGradient(true);
        gradient.subi(gradient);
      }
    }
  }

  private NDArray[] noughts(NDArray like) {
    return new NDArray[] {manager.zeros(like.getShape()), manager.zeros(like.getShape())};
  }

  private static NDArray in(NDManager here, NDArray array) {
    array.attach(here);
    return array;
  }
}
