package org.vocstream.training;

import java.util.List;
import java.util.Map;
import org.vocstream.feedback.Channel;

/**
 * One labelled text of the training data.
 *
 * @param set name of the data set
 * @param id id in the set
 * @param channel the way by which it came
 * @param text the text as it came
 * @param label 1, 0, -1, or null where the set has none
 * @param aspects polarity per category or term, of those spoken of
 * @param opinions opinions with their words; empty where the set has none
 * @param heldOut true: for measuring only, never for training
 */
record LabelledText(
    String set,
    String id,
    Channel channel,
    String text,
    Integer label,
    Map<String, Integer> aspects,
    List<Opinion> opinions,
    boolean heldOut) {

  /**
   * An opinion as the set marks it.
   *
   * @param term what is judged, or null where it is not said
   * @param words the judging words, or null where there are none
   * @param category the category, or null
   * @param polarity 1, 0 or -1
   */
  record Opinion(String term, String words, String category, int polarity) {}
}
