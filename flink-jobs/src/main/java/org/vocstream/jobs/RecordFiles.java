package org.vocstream.jobs;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.ArrayResultIterator;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.core.fs.Path;
import org.vocstream.feedback.RawRecord;
import org.vocstream.feedback.RecordReader;

/**
 * Reads whole files (JSON lines or CSV, also gzipped) as records. A file is never split, for a CSV
 * row may span lines; after a restore its records up to the checkpoint are read again and passed
 * over.
 */
final class RecordFiles implements BulkFormat<RawRecord, FileSourceSplit>, Serializable {
  private static final long serialVersionUID = 1L;
  private static final int BATCH = 256;

  private final ArrayList<Path> roots;

  /** A format for files under these roots; origins name a file by its path from its root on. */
  RecordFiles(List<Path> roots) {
    this.roots = new ArrayList<>(roots);
  }

  @Override
  public Reader<RawRecord> createReader(Configuration configuration, FileSourceSplit split)
      throws IOException {
    return new FileReader(
        RecordReader.open(split.path().getFileSystem().open(split.path()), nameOf(split.path())));
  }

  @Override
  public Reader<RawRecord> restoreReader(Configuration configuration, FileSourceSplit split)
      throws IOException {
    FileReader reader = (FileReader) createReader(configuration, split);
    reader.skip(
        split.getReaderPosition().map(CheckpointedPosition::getRecordsAfterOffset).orElse(0L));
    return reader;
  }

  @Override
  public boolean isSplittable() {
    return false;
  }

  @Override
  public TypeInformation<RawRecord> getProducedType() {
    return TypeInformation.of(RawRecord.class);
  }

  /**
   * {@code feed/posts.jsonl} for a file below the input directory {@code feed}, the bare name for a
   * file given by itself.
   */
  String nameOf(Path file) {
    for (Path root : roots) {
      String below =
          file.toUri().getPath().replaceFirst("^\\Q" + root.toUri().getPath() + "\\E/*", "/");
      if (!below.equals(file.toUri().getPath())) {
        return below.equals("/") ? root.getName() : root.getName() + below;
      }
    }
    return file.getName();
  }

  /** Reads one file in batches. */
  private static final class FileReader implements Reader<RawRecord> {
    private final RecordReader records;
    private long read;

    FileReader(RecordReader records) {
      this.records = records;
    }

    void skip(long count) throws IOException {
      while (read < count && records.next() != null) {
        read++;
      }
    }

    @Override
    public RecordIterator<RawRecord> readBatch() throws IOException {
      RawRecord[] batch = new RawRecord[BATCH];
      int size = 0;
      RawRecord next = null;
      while (size < BATCH && (next = records.next()) != null) {
        batch[size++] = next;
      }
      if (size == 0) {
        return null;
      }
      ArrayResultIterator<RawRecord> iterator = new ArrayResultIterator<>();
      iterator.set(batch, size, CheckpointedPosition.NO_OFFSET, read);
      read += size;
      return iterator;
    }

    @Override
    public void close() throws IOException {
      records.close();
    }
  }
}
