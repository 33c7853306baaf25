package org.vocstream.jobs.settings;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at files again and again. A file counts as written when two looks find it the same; one
 * that is away is waited for. Called by the task's thread only.
 */
final class WatchedFilesReader implements SourceReader<Setting, WatchedFiles.Nothing> {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedFilesReader.class);
  private static final long LOOK_EVERY_MILLIS = 1_000;

  private final List<SettingFile> files;
  private final boolean staysOpen;
  private final Map<SettingFile, Setting> seen = new HashMap<>();
  private final Map<SettingFile, Setting> taken = new HashMap<>();
  private CompletableFuture<Void> available = CompletableFuture.completedFuture(null);

  WatchedFilesReader(List<SettingFile> files, boolean staysOpen) {
    this.files = files;
    this.staysOpen = staysOpen;
  }

  @Override
  public void start() {}

  @Override
  public InputStatus pollNext(ReaderOutput<Setting> output) {
    if (!staysOpen) {
      return InputStatus.END_OF_INPUT;
    }
    files.forEach(file -> look(file, output));
    CompletableFuture<Void> next = new CompletableFuture<>();
    available = next;
    CompletableFuture.delayedExecutor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)
        .execute(() -> next.complete(null));
    return InputStatus.NOTHING_AVAILABLE;
  }

  private void look(SettingFile file, ReaderOutput<Setting> output) {
    Setting now;
    try {
      now = file.read();
    } catch (IOException e) {
      if (seen.remove(file) != null) {
        LOG.warn("{} cannot be read; what is in force stays: {}", file.location(), e.toString());
      }
      return;
    }
    boolean written = now.equals(seen.put(file, now));
    if (written && !now.equals(taken.put(file, now))) {
      output.collect(now);
    }
  }

  @Override
  public List<WatchedFiles.Nothing> snapshotState(long checkpoint) {
    return List.of();
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return available;
  }

  @Override
  public void addSplits(List<WatchedFiles.Nothing> splits) {}

  @Override
  public void notifyNoMoreSplits() {}

  @Override
  public void close() {}
}
