package org.vocstream.jobs;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.assigners.FileSplitAssigner;
import org.vocstream.feedback.RawRecord;
import org.vocstream.feedback.RecordReader;

/**
 * The source of feedback from files and directories. Files are read one after the other in order of
 * their paths, so that of two records with the same id the later one wins in every run; the source
 * must therefore run with a parallelism of 1.
 */
public final class FeedbackFiles {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private FeedbackFiles() {}

  /**
   * A source of all records in these inputs.
   *
   * @param inputs files, read whatever their names, and directories, read with all below them that
   *     is named like an input ({@link RecordReader#isInput}) and not hidden. A file that is given
   *     twice, or given beside its directory, is read once
   * @param watch false: end when all is read; true: go on and take in files that appear later. A
   *     file must appear whole (be moved into place): what is appended to it afterwards is not read
   */
  public static FileSource<RawRecord> source(List<java.nio.file.Path> inputs, boolean watch) {
    InputRoots roots = new InputRoots(inputs);
    FileSource.FileSourceBuilder<RawRecord> builder =
        FileSource.forBulkFileFormat(new RecordFiles(roots), roots.paths())
            .setFileEnumerator(() -> new InputFiles(roots))
            .setSplitAssigner(InOrderOfPaths::new);
    return (watch ? builder.monitorContinuously(LOOK_EVERY) : builder).build();
  }

  /** Hands out files in order of their paths. */
  private static final class InOrderOfPaths implements FileSplitAssigner {
    private final TreeSet<FileSourceSplit> waiting =
        new TreeSet<>(Comparator.comparing(FileSourceSplit::splitId));

    InOrderOfPaths(Collection<FileSourceSplit> splits) {
      waiting.addAll(splits);
    }

    @Override
    public Optional<FileSourceSplit> getNext(String hostname) {
      return Optional.ofNullable(waiting.pollFirst());
    }

    @Override
    public void addSplits(Collection<FileSourceSplit> splits) {
      waiting.addAll(splits);
    }

    @Override
    public Collection<FileSourceSplit> remainingSplits() {
      return waiting;
    }
  }
}
