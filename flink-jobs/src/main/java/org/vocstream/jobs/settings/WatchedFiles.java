package org.vocstream.jobs.settings;

import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A source of the settings in some files: each as it stands at the start, and again whenever it has
 * changed. One subtask reads. It keeps no state: after a failure each comes again, and whoever
 * takes it in knows it already. Without files it ends at once in a job that ends, and stays open in
 * one that goes on for ever: a task that ends while a savepoint is made has it declined.
 */
public final class WatchedFiles implements Source<Setting, WatchedFiles.Nothing, Boolean> {
  private static final long serialVersionUID = 1L;

  private final List<SettingFile> files;
  private final boolean staysOpen;

  /**
   * A source of these files.
   *
   * @param endless whether the job goes on for ever
   */
  public WatchedFiles(List<SettingFile> files, boolean endless) {
    this.files = List.copyOf(files);
    this.staysOpen = endless || !files.isEmpty();
  }

  /** There is nothing to share out: the one reader knows what to read. */
  public static final class Nothing implements SourceSplit {
    @Override
    public String splitId() {
      return "nothing";
    }
  }

  @Override
  public Boundedness getBoundedness() {
    return staysOpen ? Boundedness.CONTINUOUS_UNBOUNDED : Boundedness.BOUNDED;
  }

  @Override
  public SourceReader<Setting, Nothing> createReader(SourceReaderContext context) {
    return new WatchedFilesReader(files, staysOpen);
  }

  @Override
  public SplitEnumerator<Nothing, Boolean> createEnumerator(
      SplitEnumeratorContext<Nothing> context) {
    return new NothingToShare();
  }

  @Override
  public SplitEnumerator<Nothing, Boolean> restoreEnumerator(
      SplitEnumeratorContext<Nothing> context, Boolean state) {
    return new NothingToShare();
  }

  @Override
  public SimpleVersionedSerializer<Nothing> getSplitSerializer() {
    return new Stateless<>(new Nothing());
  }

  @Override
  public SimpleVersionedSerializer<Boolean> getEnumeratorCheckpointSerializer() {
    return new Stateless<>(true);
  }

  /** Writes nothing. */
  private record Stateless<T>(T value) implements SimpleVersionedSerializer<T> {
    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(T given) {
      return new byte[0];
    }

    @Override
    public T deserialize(int version, byte[] serialized) {
      return value;
    }
  }

  /** Hands out nothing. */
  private static final class NothingToShare implements SplitEnumerator<Nothing, Boolean> {
    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, String host) {}

    @Override
    public void addSplitsBack(List<Nothing> splits, int subtask) {}

    @Override
    public void addReader(int subtask) {}

    @Override
    public Boolean snapshotState(long checkpoint) {
      return true;
    }

    @Override
    public void close() {}
  }
}
