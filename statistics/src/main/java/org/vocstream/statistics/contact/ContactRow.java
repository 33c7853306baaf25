package org.vocstream.statistics.contact;

import java.util.Optional;
import org.vocstream.statistics.Gap;
import org.vocstream.statistics.SatisfactionIndex;
import org.vocstream.statistics.Share;
import org.vocstream.statistics.Verdict;

/**
 * One group of transcripts, such as all with one contact reason. Immutable.
 *
 * @param key what they have in common: code of a reason, name of a brand; empty where it is not
 *     known
 * @param sums what is known of them
 * @param share their share in all transcripts
 * @param change the share now less the share in the earlier period, in percentage points; empty
 *     where no earlier period was asked for
 * @param verdict whether the share has risen (ahead) or fallen (behind), over all rows shown; empty
 *     as the change
 */
public record ContactRow(
    String key, ContactSums sums, Share share, Optional<Gap> change, Optional<Verdict> verdict) {

  /** Number of transcripts. */
  public long n() {
    return sums.n();
  }

  /** True where there are enough transcripts for numbers: else 样本不足. */
  public boolean enough() {
    return sums.n() >= SatisfactionIndex.MINIMUM;
  }

  /** The share of complaints among them. */
  public Share complaints() {
    return Share.of(sums.complaints(), sums.n());
  }

  /** The share of those that ended resolved. */
  public Share resolved() {
    return Share.of(sums.resolved(), sums.n());
  }

  /** The share of those that ended unresolved. */
  public Share unresolved() {
    return Share.of(sums.unresolved(), sums.n());
  }

  /** Their mean satisfaction; empty where none has one. */
  public Optional<MeanSatisfaction> satisfaction() {
    return sums.scored() == 0 ? Optional.empty() : Optional.of(MeanSatisfaction.of(sums));
  }
}
