package org.vocstream.report.schedule;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vocstream.elasticsearch.ReportRun;

/**
 * What is delivered.
 *
 * @param id which report
 * @param brand the own brand in it
 * @param summary its key findings, a sentence each
 * @param files by name
 */
record Parcel(
    ReportRun.Id id, String brand, List<String> summary, SortedMap<String, byte[]> files) {
  /** Copies the collections. */
  Parcel {
    summary = List.copyOf(summary);
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** One line that says what it is. */
  String subject() {
    String subject = "VoC Stream 听声 · " + brand + " · " + id.period();
    return id.revision() == 1 ? subject : subject + " · 修订 revision " + id.revision();
  }
}
