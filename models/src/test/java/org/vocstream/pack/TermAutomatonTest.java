package org.vocstream.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** The automaton finds what a search term by term finds, no more and no less. */
class TermAutomatonTest {

  @Property
  void findsWhatASearchTermByTermFinds(
      @ForAll @Size(max = 12)
          Set<@StringLength(min = 1, max = 5) @CharRange(from = 'a', to = 'c') String> terms,
      @ForAll @StringLength(max = 40) @CharRange(from = 'a', to = 'd') String text) {
    Map<String, String> values = new LinkedHashMap<>();
    terms.forEach(t -> values.put(t, t));
    Set<String> found = new TreeSet<>();
    new TermAutomaton<>(values)
        .find(
            text,
            (begin, end, term) -> {
              assertThat(text.substring(begin, end)).isEqualTo(term);
              assertThat(found.add(begin + " " + term)).isTrue();
            });
    Set<String> expected = new TreeSet<>();
    for (String term : terms) {
      for (int at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
        expected.add(at + " " + term);
      }
    }
    assertThat(found).isEqualTo(expected);
  }
}
