package org.vocstream.benchmarks;

/** Measures one side of the system. */
interface Benchmark {
  /** As {@code --only} names it. */
  String name();

  /**
   * Measures, and tells each figure once it is known.
   *
   * @throws Exception where it cannot be measured; figures told before stand
   */
  void measure(Figures figures) throws Exception;
}
