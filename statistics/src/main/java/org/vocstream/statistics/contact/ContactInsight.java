package org.vocstream.statistics.contact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.Gap;
import org.vocstream.statistics.Share;
import org.vocstream.statistics.Verdict;

/**
 * What callers ask about: the transcripts of a period in groups, the largest first. Each transcript
 * is in one group, so shares add up to 1. A change of a share is judged as a gap is: each
 * transcript counts as one voice, 100 where it is of the group, else 0 ({@link Gap}), and verdicts
 * hold over all rows with enough transcripts in both periods. Immutable.
 *
 * @param n number of transcripts
 * @param before number of transcripts of the earlier period; empty where none was asked for
 * @param rows the groups
 */
public record ContactInsight(long n, Optional<Long> before, List<ContactRow> rows) {

  /** Groups with no transcript in this period are left out. */
  public static ContactInsight of(
      Map<String, ContactSums> now, Optional<Map<String, ContactSums>> before) {
    long n = total(now);
    Optional<Long> earlier = before.map(ContactInsight::total);
    List<String> keys =
        now.entrySet().stream()
            .sorted(
                Comparator.comparingLong((Map.Entry<String, ContactSums> e) -> -e.getValue().n())
                    .thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .toList();
    List<Gap> changes = new ArrayList<>();
    before.ifPresent(
        groups ->
            keys.forEach(
                key -> {
                  ContactSums then = groups.get(key);
                  changes.add(
                      Gap.between(
                          voices(now.get(key).n(), n),
                          voices(then == null ? 0 : then.n(), earlier.orElseThrow())));
                }));
    List<Verdict> verdicts = Verdict.of(changes);
    List<ContactRow> rows = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      ContactSums sums = now.get(keys.get(i));
      rows.add(
          new ContactRow(
              keys.get(i),
              sums,
              Share.of(sums.n(), n),
              before.isPresent() ? Optional.of(changes.get(i)) : Optional.empty(),
              before.isPresent() ? Optional.of(verdicts.get(i)) : Optional.empty()));
    }
    return new ContactInsight(n, earlier, List.copyOf(rows));
  }

  private static long total(Map<String, ContactSums> groups) {
    return groups.values().stream().mapToLong(ContactSums::n).sum();
  }

  /** So many of n, each a cluster of one. */
  private static ClusterSums voices(long of, long n) {
    return new ClusterSums(n, of, 0, n - of, 1e4 * of, 100.0 * of, n);
  }
}
