package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vocstream.statistics.CellKey;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.Judgements;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.ScoreCell;
import org.vocstream.statistics.SharedSums;
import org.vocstream.statistics.alert.Alert;

/** Forty ordinary days stand in the index; the run brings three bad ones, of one brand of two. */
@Timeout(120)
class AlertJobTest {
  private static final long CRISIS = 20_040;
  private static final long HISTORY = 40;
  private static final List<String> BRANDS = List.of("澄野", "沐禾");

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(2)
              .setNumberSlotsPerTaskManager(1)
              .build());

  @Test
  void aCrisisIsOneAlertHoweverOftenTheInputIsRead() throws Exception {
    List<Alert> first = run();
    assertThat(first)
        .extracting(alert -> alert.event().id())
        .containsExactly("indicator-crisis|澄野|group|packaging|2024-11-13");
    assertThat(first.get(0).event().lastDay()).isEqualTo(CRISIS + 2);
    assertThat(first.get(0).event().negative()).isEqualTo(135);
    assertThat(run()).isEqualTo(first);
  }

  private static List<Alert> run() throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(FeedbackScoringJob.configuration());
    env.setParallelism(2);
    Collected<Alert> told = new Collected<>();
    AlertJob.define(
        env.fromSource(
            cells(6, i -> cell(BRANDS.get((int) (i % 2)), CRISIS + i / 2, i % 2 == 0 ? 45 : 12)),
            WatermarkStrategy.noWatermarks(),
            "changed",
            TypeInformation.of(ScoreCell.class)),
        cells(2 * HISTORY, i -> cell(BRANDS.get((int) (i % 2)), CRISIS - HISTORY + i / 2, 12)),
        AlertRules.bundled(),
        "UTC",
        alerts -> alerts.sinkTo(new IndexSink<>(told, Duration.ofMinutes(1))),
        alerts -> {
          throw new AssertionError("the bundled rules deliver nowhere");
        });
    env.execute();
    return told.all();
  }

  private static DataGeneratorSource<ScoreCell> cells(
      long count, GeneratorFunction<Long, ScoreCell> cell) {
    return new DataGeneratorSource<>(
        cell, count, RateLimiterStrategy.noOp(), TypeInformation.of(ScoreCell.class));
  }

  /** A cell of 60 mentions. */
  private static ScoreCell cell(String brand, long day, long negative) {
    return new ScoreCell(
        new CellKey(Scope.GROUP, "packaging", brand, "review", null, null, "zh", day, false),
        new ClusterSums(60, 60 - negative, 0, negative, 0, 0, 60),
        SharedSums.NONE,
        Judgements.NONE);
  }
}
