package org.vocstream.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * How full the heap of this process gets, garbage included: the fullest that each of its parts was,
 * added up, so never less than what was in use at one time.
 */
final class PeakHeap {
  private final List<MemoryPoolMXBean> pools;

  private PeakHeap(List<MemoryPoolMXBean> pools) {
    this.pools = pools;
  }

  /** Of what is done from now on; what lies there already counts unless a collection frees it. */
  static PeakHeap fromNow() {
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    return new PeakHeap(heap);
  }

  /** Megabytes (2^20 bytes) up to now. */
  double megabytes() {
    return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
  }

  /** The most that it may become, megabytes. */
  static double limit() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }
}
