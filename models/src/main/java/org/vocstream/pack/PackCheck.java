package org.vocstream.pack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vocstream.text.Folding;

/**
 * Proves a pack: in each example its cue must match exactly the marked span, in each
 * counter-example its cue must match nowhere. Examples of what the pack extends are proved again,
 * for a longer term of the extending pack may take words away from them. Has no state: safe for
 * several threads.
 */
public final class PackCheck {
  private final PackLoader loader;

  /** A check of packs that {@code loader} loads. */
  public PackCheck(PackLoader loader) {
    this.loader = loader;
  }

  /** All that is wrong with the bundled pack of this name, in order of file and line. */
  public List<PackFinding> check(String name) {
    return check(() -> loader.read(name));
  }

  /** All that is wrong with the pack in this file, in order of file and line. */
  public List<PackFinding> check(Path file) {
    return check(() -> loader.read(file));
  }

  private static List<PackFinding> check(Supplier<PackTree> pack) {
    PackTree tree;
    try {
      tree = pack.get();
    } catch (PackException e) {
      return e.findings();
    }
    CueMatcher matcher = new CueMatcher(tree.pack());
    return proofs(tree).stream().map(p -> p.finding(matcher)).flatMap(Optional::stream).toList();
  }

  /** One proof for each example and counter-example. */
  static List<CueProof> proofs(PackTree tree) {
    Folding folding = new Folding();
    List<CueProof> proofs = new ArrayList<>();
    for (PackTree.PlacedCue placed : tree.cues()) {
      String cue = placed.cue().id();
      Stream.concat(
              placed.text().examples().stream().map(e -> CueProof.of(cue, e, true, folding)),
              placed.text().counterExamples().stream()
                  .map(e -> CueProof.of(cue, e, false, folding)))
          .forEach(proofs::add);
    }
    return proofs;
  }
}
