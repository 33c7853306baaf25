package org.vocstream.training;

import java.util.List;
import org.vocstream.call.ReadTurn;

/**
 * A labelled call or chat of the training data, as models read it.
 *
 * @param set name of the data set
 * @param id id in the set
 * @param brand the brand it is about, or null
 * @param turns its turns in order
 * @param labels satisfaction of each turn, 1, 0 or -1; null where the set has none
 * @param satisfaction of the whole, -1..1; null where the set has none
 * @param heldOut true: for measuring only, never for training
 */
record Dialogue(
    String set,
    String id,
    String brand,
    List<ReadTurn> turns,
    List<Integer> labels,
    Double satisfaction,
    boolean heldOut) {}
