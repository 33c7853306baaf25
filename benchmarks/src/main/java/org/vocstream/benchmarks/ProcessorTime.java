package org.vocstream.benchmarks;

import java.time.Duration;

/** Processor time that processes have used, all their threads together. */
final class ProcessorTime {
  private ProcessorTime() {}

  /**
   * Seconds since the process started, in steps of 10 ms.
   *
   * @throws IllegalStateException where there is no such process, or the system does not tell
   */
  static double of(long pid) {
    Duration used =
        ProcessHandle.of(pid)
            .flatMap(process -> process.info().totalCpuDuration())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "process " + pid + " has ended, or hides its processor time"));
    return used.toNanos() / 1e9;
  }

  /** That of this process. */
  static double own() {
    return of(ProcessHandle.current().pid());
  }
}
