package org.vocstream.jobs;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.vocstream.call.RoleClassifier;
import org.vocstream.feedback.Customers;
import org.vocstream.feedback.DeadLetter;
import org.vocstream.feedback.Envelope;
import org.vocstream.feedback.EnvelopeOptions;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.Intake;
import org.vocstream.feedback.KeyedHash;
import org.vocstream.feedback.RawRecord;
import org.vocstream.text.PiiMask;

/**
 * Records become feedback, or dead letters on the side output. Personal data is masked in here, so
 * nothing behind this operator (network, state, index) holds any.
 */
final class TakeIn extends ProcessFunction<RawRecord, Feedback> implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /** Records that could not be taken in. */
  static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

  /** Name of the count of records read. */
  static final String READ = "records_read";

  /** Name of the count of bytes read. */
  static final String BYTES = "bytes_read";

  /** Name of the count of records refused. */
  static final String REFUSED = "records_refused";

  private final EnvelopeOptions options;
  private final byte[] hashKey;
  private final Customers customers;

  private transient Envelope envelope;
  private transient Tally read;
  private transient Tally bytes;
  private transient Tally refused;

  TakeIn(EnvelopeOptions options, byte[] hashKey, Customers customers) {
    this.options = options;
    this.hashKey = hashKey.clone();
    this.customers = customers;
  }

  @Override
  public void open(OpenContext context) {
    PiiMask mask = new PiiMask();
    envelope =
        new Envelope(options, mask::mask, new KeyedHash(hashKey), customers, new RoleClassifier());
  }

  @Override
  public void processElement(RawRecord raw, Context context, Collector<Feedback> out) {
    read.add(1);
    bytes.add(raw.size());
    Intake intake = envelope.read(raw);
    if (intake.accepted()) {
      out.collect(intake.feedback());
    } else {
      refused.add(1);
      context.output(DEAD_LETTERS, intake.deadLetter());
    }
  }

  @Override
  public void initializeState(FunctionInitializationContext state) throws Exception {
    read = Tally.restore(READ, getRuntimeContext(), state);
    bytes = Tally.restore(BYTES, getRuntimeContext(), state);
    refused = Tally.restore(REFUSED, getRuntimeContext(), state);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    read.snapshot();
    bytes.snapshot();
    refused.snapshot();
  }
}
