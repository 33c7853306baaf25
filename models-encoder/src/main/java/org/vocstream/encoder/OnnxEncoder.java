package org.vocstream.encoder;

import ai.onnxruntime.OrtException;
import java.util.Arrays;
import org.vocstream.feedback.Channel;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.sentiment.EncoderModel;
import org.vocstream.sentiment.Polarity;
import org.vocstream.sentiment.Sentiment;
import org.vocstream.text.Language;
import org.vocstream.text.PreparedText;

/**
 * Sentiment by a pretrained encoder with a classifier on top. The probabilities are the softmax of
 * its outputs, summed by what they mean. A text longer than the encoder takes at once is read
 * window by window, and the probabilities are the mean over windows, each weighted with its pieces;
 * so time is linear in the length. Safe for several threads: a session may be run by many at once.
 */
final class OnnxEncoder implements EncoderModel {
  private final EncoderFolder folder;
  private final PieceSession session;

  private OnnxEncoder(EncoderFolder folder, PieceSession session) {
    this.folder = folder;
    this.session = session;
  }

  /**
   * Opens an encoder and tries it on one character.
   *
   * @throws IllegalArgumentException where it cannot be used
   */
  static OnnxEncoder open(EncoderFolder folder) {
    try {
      OnnxEncoder encoder = new OnnxEncoder(folder, PieceSession.open(folder.model()));
      encoder.check();
      return encoder;
    } catch (OrtException e) {
      throw new IllegalArgumentException(
          folder.model() + " cannot be used: " + e.getMessage().lines().findFirst().orElse(""), e);
    }
  }

  private void check() throws OrtException {
    float[] logits = logits(folder.tokenizer().marked(new int[0]));
    if (logits.length != folder.labels().size()) {
      throw new IllegalArgumentException(
          folder.model()
              + " has "
              + logits.length
              + " outputs, but \"id2label\" in config.json names "
              + folder.labels().size());
    }
  }

  @Override
  public Sentiment score(DocumentFeatures text, Channel channel) {
    PreparedText prepared = text.text().text();
    int[] pieces =
        folder
            .tokenizer()
            .pieces(folder.lowerCase() ? prepared.folded() : prepared.stored(), folder.lowerCase());
    int window = folder.maxPieces() - 2;
    double[] sum = new double[3];
    int from = 0;
    do {
      int to = Math.min(pieces.length, from + window);
      double[] shares = probabilities(Arrays.copyOfRange(pieces, from, to));
      for (int k = 0; k < sum.length; k++) {
        sum[k] += shares[k] * Math.max(1, to - from) / Math.max(1, pieces.length);
      }
      from = to;
    } while (from < pieces.length);
    return new Polarity(sum[2], sum[1], sum[0]).sentiment();
  }

  @Override
  public boolean reads(Language language) {
    return folder.languages().contains(language);
  }

  @Override
  public String id() {
    return "encoder@" + folder.digest().substring(0, 8);
  }

  /** Probabilities of negative, neutral and positive. */
  private double[] probabilities(int[] pieces) {
    float[] logits;
    try {
      logits = logits(folder.tokenizer().marked(pieces));
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder failed: " + e.getMessage(), e);
    }
    double greatest = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      greatest = Math.max(greatest, logit);
    }
    double[] shares = new double[3];
    double total = 0;
    for (int k = 0; k < logits.length; k++) {
      double share = Math.exp(logits[k] - greatest);
      shares[folder.labels().get(k) + 1] += share;
      total += share;
    }
    for (int k = 0; k < shares.length; k++) {
      shares[k] /= total;
    }
    return shares;
  }

  private float[] logits(int[] pieces) throws OrtException {
    if (session.run(pieces) instanceof float[][] rows && rows.length == 1) {
      return rows[0];
    }
    throw new IllegalArgumentException(
        folder.model()
            + ": the first output must be the scores of the labels, one row of numbers for one"
            + " text; export the encoder as a text classifier");
  }
}
