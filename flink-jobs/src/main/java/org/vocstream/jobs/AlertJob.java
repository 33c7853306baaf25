package org.vocstream.jobs;

import java.util.function.Consumer;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;
import org.vocstream.statistics.ScoreCell;
import org.vocstream.statistics.alert.Alert;

/**
 * Alerts from daily cells, as a part of the scoring job.
 *
 * <pre>
 * cells that have changed  \
 * cells that stood before  -> [by series] watch -> index
 *                                             \-> [by event] hold -> webhooks, files
 * </pre>
 */
public final class AlertJob {
  private AlertJob() {}

  /**
   * The topology, with open ends.
   *
   * @param cells daily cells that have changed
   * @param standing those that stood in the index when the job began, bounded: the history
   * @param zone time zone of the days
   * @param index takes every alert, news or not
   * @param deliver takes what is worth a delivery; not called where the rules deliver nowhere
   */
  public static void define(
      DataStream<ScoreCell> cells,
      Source<ScoreCell, ?, ?> standing,
      AlertRules rules,
      String zone,
      Consumer<DataStream<Alert>> index,
      Consumer<DataStream<Alert>> deliver) {
    DataStream<ScoreCell> before =
        cells
            .getExecutionEnvironment()
            .fromSource(
                standing,
                WatermarkStrategy.noWatermarks(),
                "daily cells in the index",
                TypeInformation.of(ScoreCell.class))
            .uid("standing-cells")
            .setParallelism(1);
    SingleOutputStreamOperator<Alert> alerts =
        watched(cells, rules, false)
            .union(watched(before, rules, true))
            .keyBy(cell -> cell.series().key(), Types.STRING)
            .process(new WatchSeries(rules, zone))
            .returns(Alert.class)
            .uid("watch-series")
            .name("watch series");
    index.accept(alerts);
    if (!rules.destinations().isEmpty()) {
      deliver.accept(
          alerts
              .keyBy(alert -> alert.event().id(), Types.STRING)
              .process(new HoldAlerts(rules))
              .returns(Alert.class)
              .uid("hold-alerts")
              .name("hold alerts in quiet hours"));
    }
  }

  private static DataStream<SeriesCell> watched(
      DataStream<ScoreCell> cells, AlertRules rules, boolean standing) {
    String which = standing ? "standing" : "changed";
    return cells
        .flatMap(
            (ScoreCell cell, Collector<SeriesCell> out) -> {
              if (cell.key().day() != null) {
                SeriesCell watched = SeriesCell.of(cell, standing);
                if (!rules.watching(watched.series()).isEmpty()) {
                  out.collect(watched);
                }
              }
            })
        .returns(SeriesCell.class)
        .uid("watched-" + which)
        .name("cells that are watched, " + which);
  }
}
