package org.vocstream.pack;

import java.util.List;
import java.util.Optional;

/**
 * What one pack file says, with places, before what it extends is merged in. Immutable.
 *
 * @param file its name
 * @param code name of the pack
 * @param version semantic version
 * @param label name for people
 * @param base the pack it extends
 * @param aspectModel name of its trained model
 * @param touchpoints the journey; empty in a pack that extends another
 * @param without codes of the base that it leaves out
 * @param indicators its tree
 * @param contactReasons why customers make contact
 * @param retired codes that must not be used again
 */
record PackFile(
    String file,
    String code,
    String version,
    Names label,
    Optional<Written> base,
    Optional<String> aspectModel,
    List<Touchpoint> touchpoints,
    List<Written> without,
    List<Node> indicators,
    List<Reason> contactReasons,
    List<Written> retired) {

  /** One indicator as written; whatever an addition may leave out is empty. */
  record Node(
      Written code,
      Optional<Names> label,
      Optional<Written> touchpoint,
      Optional<Written> value,
      List<CueText> cues,
      List<Node> children) {}

  /** One contact reason as written; an addition to one of the base may leave out the label. */
  record Reason(Written code, Optional<Names> label, List<CueText> cues) {}

  /** One cue as written, its parts with their places. */
  record CueText(
      Place at,
      List<Written> terms,
      List<Written> except,
      Integer polarity,
      List<Written> examples,
      List<Written> counterExamples) {}
}
