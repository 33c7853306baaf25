package org.vocstream.pack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.vocstream.english.EnglishReader;
import org.vocstream.pack.CueList.PlacedCue;
import org.vocstream.text.Folding;

/**
 * Proves a pack: in each example its cue must match exactly the marked span, in each
 * counter-example its cue must match nowhere. Examples of what the pack extends are proved again,
 * for a longer term of the extending pack may take words away from them. Has no state: safe for
 * several threads.
 */
public final class PackCheck {
  private final PackLoader loader;
  private final EnglishReader reader;

  /** A check of packs that {@code loader} loads, with terms as they are written. */
  public PackCheck(PackLoader loader) {
    this(loader, null);
  }

  /**
   * A check of packs that {@code loader} loads.
   *
   * @param reader finds English terms in every inflection; null where they count as written
   */
  public PackCheck(PackLoader loader, EnglishReader reader) {
    this.loader = loader;
    this.reader = reader;
  }

  /** All that is wrong with the bundled pack of this name, in order of file and line. */
  public List<PackFinding> check(String name) {
    return check(() -> loader.read(name));
  }

  /** All that is wrong with the pack in this file, in order of file and line. */
  public List<PackFinding> check(Path file) {
    return check(() -> loader.read(file));
  }

  /**
   * All that is wrong with the pack in this text, in order of file and line.
   *
   * @param file name of its file
   * @param texts as {@link PackLoader#load(String, Map)} takes them
   */
  public List<PackFinding> check(String file, Map<String, String> texts) {
    return check(() -> loader.read(file, texts));
  }

  private List<PackFinding> check(Supplier<PackTree> pack) {
    PackTree tree;
    try {
      tree = pack.get();
    } catch (PackException e) {
      return e.findings();
    }
    return proofs(tree, reader).stream().map(CueProof::finding).flatMap(Optional::stream).toList();
  }

  /** One proof for each example and counter-example. */
  static List<CueProof> proofs(PackTree tree) {
    return proofs(tree, null);
  }

  private static List<CueProof> proofs(PackTree tree, EnglishReader reader) {
    Pack pack = tree.pack();
    List<CueProof> proofs = new ArrayList<>();
    add(tree.cues(), new CueSearch<>(pack.indicators(), Indicator::cues, reader), proofs);
    add(tree.reasonCues(), new CueSearch<>(pack.contactReasons(), ContactReason::cues), proofs);
    return proofs;
  }

  private static void add(List<PlacedCue> cues, CueSearch<?> search, List<CueProof> to) {
    Folding folding = new Folding();
    for (PlacedCue placed : cues) {
      String cue = placed.cue().id();
      placed.text().examples().forEach(e -> to.add(CueProof.of(cue, e, true, folding, search)));
      placed
          .text()
          .counterExamples()
          .forEach(e -> to.add(CueProof.of(cue, e, false, folding, search)));
    }
  }
}
