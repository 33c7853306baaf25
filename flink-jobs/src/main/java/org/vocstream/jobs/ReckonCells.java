package org.vocstream.jobs;

import java.time.ZoneId;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.vocstream.elasticsearch.FeedbackCells;
import org.vocstream.scoring.ScoredFeedback;

/** Says of each scored feedback what it adds to the daily cells. */
final class ReckonCells extends RichMapFunction<ScoredFeedback, FeedbackCells> {
  private static final long serialVersionUID = 1L;

  private final String zoneName;
  private transient ZoneId zone;

  /** In days of this time zone. */
  ReckonCells(String zone) {
    this.zoneName = zone;
  }

  @Override
  public void open(OpenContext context) {
    zone = ZoneId.of(zoneName);
  }

  @Override
  public FeedbackCells map(ScoredFeedback scored) {
    return FeedbackCells.of(scored, zone);
  }
}
