package org.vocstream.call;

import java.util.Arrays;
import java.util.List;

/**
 * The courtesies of agents: greetings, thanks, apologies, good wishes. A clause that holds one
 * tells of the agent's manners and not of the customer. Stateless.
 */
final class Courtesy {
  private static final List<String> WORDS =
      List.of(
          "您好",
          "你好",
          "感谢",
          "谢谢",
          "多谢",
          "抱歉",
          "对不起",
          "不好意思",
          "歉意",
          "见谅",
          "谅解",
          "理解您",
          "祝您",
          "祝你",
          "愉快",
          "开心",
          "高兴",
          "不客气",
          "应该的",
          "欢迎",
          "再见",
          "亲爱的",
          "辛苦",
          "麻烦您",
          "hello",
          "thank",
          "sorry",
          "apolog",
          "welcome",
          "wish you",
          "happy to",
          "glad",
          "pleasure",
          "have a nice",
          "good morning",
          "good afternoon",
          "goodbye",
          "regret",
          "inconvenience",
          "patience");

  private Courtesy() {}

  /** Which units of an agent's folded turn stand in a clause with a courtesy, its end included. */
  static boolean[] in(String folded) {
    boolean[] courteous = new boolean[folded.length()];
    int start = 0;
    for (int at = 0; at <= folded.length(); at++) {
      if (at == folded.length() || ends(folded.charAt(at))) {
        String clause = folded.substring(start, at);
        if (WORDS.stream().anyMatch(clause::contains)) {
          Arrays.fill(courteous, start, Math.min(folded.length(), at + 1), true);
        }
        start = at + 1;
      }
    }
    return courteous;
  }

  private static boolean ends(char unit) {
    return ",.!?;:，。！？；：、~\n[]".indexOf(unit) >= 0;
  }
}
