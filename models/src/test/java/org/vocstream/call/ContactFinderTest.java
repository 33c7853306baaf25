package org.vocstream.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Speaker;
import org.vocstream.feedback.Turn;
import org.vocstream.pack.PackLoader;
import org.vocstream.text.PreparedText;
import org.vocstream.text.TextPreparer;

/** Every result names the customer's words that it rests on. */
class ContactFinderTest {
  private static final ContactFinder FINDER = new ContactFinder(new PackLoader().load("telecom"));

  private String text;

  @Test
  void whatTheCallerSaysFirstAndAsksForIsTheMainReason() {
    Contact contact = find("C: 喂你好，我家宽带上不了网，帮忙看看", "A: 好的", "C: 对了，顺便查一下话费", "A: 还有十元");

    assertThat(contact.reasons())
        .extracting(ToldReason::code)
        .containsExactly("broadband-fault", "balance-query");
    assertThat(words(contact.reasons().get(0).at())).isEqualTo("上不了网");
    assertThat(words(contact.reasons().get(1).at())).isEqualTo("查一下话费");
  }

  @Test
  void aRequestOutweighsWhatIsOnlyNamedBefore() {
    Contact contact = find("C: 我上个月办的流量包，我想问怎么销户");

    assertThat(contact.reasons().get(0).code()).isEqualTo("cancel-service");
  }

  @Test
  void aComplaintIsTheMainReasonOnlyWithoutAnother() {
    assertThat(find("C: 我要投诉，宽带又断网了").reasons())
        .extracting(ToldReason::code)
        .containsExactly("broadband-fault", "complaint");
    assertThat(find("C: 我要投诉").reasons()).extracting(ToldReason::code).containsExactly("complaint");
  }

  @Test
  void whatTheAgentSaysIsNoReasonAndNoComplaint() {
    Contact contact = find("A: 您是要投诉宽带故障吗", "C: 不是", "A: 那是查话费余额吗");

    assertThat(contact.reasons()).isEmpty();
    assertThat(contact.intent()).isEqualTo(Intent.UNKNOWN);
    assertThat(contact.resolution()).isEqualTo(Resolution.UNKNOWN);
  }

  @Test
  void theOutcomeIsTheCustomersLastWord() {
    Contact contact = find("C: 网断了帮我看看", "A: 您重启一下", "C: 还是不行", "A: 再试试", "C: 哎可以了，连上了谢谢");

    assertThat(contact.resolution()).isEqualTo(Resolution.RESOLVED);
    assertThat(words(contact.resolutionAt())).isEqualTo("连上了");
  }

  @Test
  void aPromiseIsNoOutcomeHoweverPoliteTheCustomer() {
    Contact contact = find("C: 网断了帮我看看", "A: 给您登记了，二十四小时内联系您", "C: 好的谢谢");

    assertThat(contact.resolution()).isEqualTo(Resolution.UNKNOWN);
    assertThat(contact.resolutionAt()).isNull();
  }

  @Test
  void thanksAfterItWasDoneResolveAComplaint() {
    Contact contact = find("C: 凭什么扣我二十块", "A: 查到了，已为您退回话费", "C: 那行吧");

    assertThat(contact.intent()).isEqualTo(Intent.COMPLAINT);
    assertThat(words(contact.intentAt())).isEqualTo("凭什么");
    assertThat(contact.resolution()).isEqualTo(Resolution.RESOLVED);
  }

  @Test
  void placesHoldInTraditionalAndFullWidthText() {
    Contact contact = find("A: 您好", "C: ＡＰＰ裡怎麼重置密碼");

    assertThat(contact.reasons()).isNotEmpty();
    assertThat(words(contact.reasons().get(0).at())).isEqualTo("重置密碼");
  }

  @Test
  void thousandsOfTurnsAndEmptyOnesAreRead() {
    String[] turns = new String[5_000];
    for (int i = 0; i < turns.length; i++) {
      turns[i] = i % 3 == 0 ? "C: 网断了怎么办" : i % 3 == 1 ? "A: " : "C: ";
    }
    assertThat(find(turns).reasons())
        .extracting(ToldReason::code)
        .containsExactly("broadband-fault");
  }

  private Contact find(String... lines) {
    List<Turn> turns = new ArrayList<>();
    List<PreparedText> texts = new ArrayList<>();
    StringBuilder whole = new StringBuilder();
    for (String line : lines) {
      whole.append(turns.isEmpty() ? "" : "\n");
      Speaker speaker = line.startsWith("A") ? Speaker.AGENT : Speaker.CUSTOMER;
      turns.add(new Turn(speaker, line.substring(3), whole.length(), null, null));
      texts.add(new TextPreparer().prepare(line.substring(3)));
      whole.append(line.substring(3));
    }
    text = whole.toString();
    return FINDER.find(turns, texts, List.of());
  }

  private String words(Evidence at) {
    return text.substring(at.start(), at.end());
  }
}
