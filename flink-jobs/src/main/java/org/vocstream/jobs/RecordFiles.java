package org.vocstream.jobs;

import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.ArrayResultIterator;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.vocstream.feedback.RawRecord;
import org.vocstream.feedback.RecordReader;

/**
 * Reads whole files (JSON lines or CSV, also gzipped) as records. A file is never split, for a CSV
 * row may span lines; after a restore its records up to the checkpoint are read again and passed
 * over.
 */
final class RecordFiles implements BulkFormat<RawRecord, FileSourceSplit>, Serializable {
  private static final long serialVersionUID = 1L;

  /** Records of a batch at the most. */
  static final int BATCH = 256;

  /** Bytes of input after which a batch is handed on, so that long records cannot fill the heap. */
  static final long BATCH_BYTES = 1 << 20;

  private final InputRoots roots;

  /** A format for files under these roots, which origins name as the roots do. */
  RecordFiles(InputRoots roots) {
    this.roots = roots;
  }

  @Override
  public Reader<RawRecord> createReader(Configuration configuration, FileSourceSplit split)
      throws IOException {
    return new FileReader(
        RecordReader.open(
            split.path().getFileSystem().open(split.path()), roots.nameOf(split.path())));
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
      long bytes = 0;
      RawRecord next = null;
      while (size < BATCH && bytes < BATCH_BYTES && (next = records.next()) != null) {
        batch[size++] = next;
        bytes += next.size();
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
