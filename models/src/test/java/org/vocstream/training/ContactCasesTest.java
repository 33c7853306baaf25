package org.vocstream.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vocstream.scoring.ModelFolder;

/** What small calls are about, in which mood and with what outcome, as a listener hears it. */
class ContactCasesTest {
  private static final ContactCases CASES = ContactCases.bundled();

  @Test
  void contactsAreReadAsAListenerHearsThem() {
    List<Measured> measured = CASES.run(ModelFolder.bundled());

    assertThat(CASES.size()).isEqualTo(74);
    assertThat(measured).extracting(Measured::n).containsExactly(50, 50, 50, 24, 24, 24);
    assertThat(measured)
        .allSatisfy(m -> assertThat(m.ours()).as(m.toString()).isGreaterThanOrEqualTo(0.95))
        .allSatisfy(m -> assertThat(m.ours()).isGreaterThanOrEqualTo(m.simple()));
  }

  /** An exchange that was handed in: done to one listener, promised to another. */
  @Test
  void noCallIsReadWrongThatWasReadRight() {
    Map<String, String> faults = CASES.faults(ModelFolder.bundled());

    assertThat(faults.keySet()).as("%s", faults).isSubsetOf("contact.45");
  }
}
