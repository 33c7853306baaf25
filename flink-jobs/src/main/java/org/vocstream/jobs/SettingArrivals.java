package org.vocstream.jobs;

import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.vocstream.jobs.kafka.KafkaOptions;
import org.vocstream.jobs.settings.Setting;
import org.vocstream.jobs.settings.SettingFile;
import org.vocstream.jobs.settings.WatchedFiles;

/**
 * Where settings come from that reach the scoring job while it runs. All come through one subtask,
 * so that every scorer sees them in the same order.
 */
@FunctionalInterface
public interface SettingArrivals {
  /** The settings, right or wrong, in their order; with no part in event time. */
  DataStream<Setting> define(StreamExecutionEnvironment env);

  /** None. */
  static SettingArrivals none() {
    return of(List.of(), null, false);
  }

  /**
   * Those of files that are watched, and of a topic.
   *
   * @param files may be none
   * @param kafka its topic of settings is read where it has one; null for none
   * @param endless whether the job goes on for ever
   */
  static SettingArrivals of(List<SettingFile> files, KafkaOptions kafka, boolean endless) {
    return env -> {
      DataStream<Setting> settings =
          env.fromSource(
                  new WatchedFiles(files, endless),
                  WatermarkStrategy.noWatermarks(),
                  "setting files",
                  TypeInformation.of(Setting.class))
              .uid("setting-files")
              .setParallelism(1);
      if (kafka != null && kafka.settingsTopic() != null) {
        settings = settings.union(KafkaEnds.settings(env, kafka));
      }
      return settings
          .assignTimestampsAndWatermarks(EventTime.none())
          .uid("settings")
          .name("settings")
          .setParallelism(1);
    };
  }
}
