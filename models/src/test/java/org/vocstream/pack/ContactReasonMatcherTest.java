package org.vocstream.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Why a customer calls, found in their own words. */
class ContactReasonMatcherTest {
  private static final PackLoader LOADER = new PackLoader();

  @Test
  void aCallMayHaveSeveralReasonsInOrderOfPlace() {
    assertThat(reasons("commerce", "我的快递到哪了，另外帮我开个发票")).containsExactly("track-order", "invoice");
  }

  @Test
  void aReasonOfTheBaseHoldsInItsIndustry() {
    assertThat(reasons("electronics", "这台还在保吗，发票找不到了"))
        .containsExactly("warranty-repair", "invoice");
  }

  @Test
  void aReasonThatAnIndustryLeavesOutIsNotFound() {
    assertThat(reasons("hotel", "我的快递到哪了")).isEmpty();
  }

  @Test
  void aMatchTellsWhereItStands() {
    String text = "你好，我要投诉";
    ContactReasonMatch match = new ContactReasonMatcher(LOADER.load("commerce")).find(text).get(0);
    assertThat(match.span().of(text)).isEqualTo("我要投诉");
    assertThat(match.reason().label().en()).isEqualTo("Complaint");
  }

  private static List<String> reasons(String pack, String folded) {
    return new ContactReasonMatcher(LOADER.load(pack))
        .find(folded).stream().map(m -> m.reason().code()).toList();
  }
}
