package org.vocstream.pack;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A pack, or a competitor set, cannot be used. Its message is all that is wrong with it, one
 * finding a line.
 */
public final class PackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<PackFinding> findings;

  /** An exception that tells these findings; there is at least one. */
  public PackException(List<PackFinding> findings) {
    super(findings.stream().map(PackFinding::toString).collect(Collectors.joining("\n")));
    this.findings = List.copyOf(findings);
  }

  /** Everything that is wrong, in order of file and line. */
  public List<PackFinding> findings() {
    return findings;
  }
}
