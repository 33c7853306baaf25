package org.vocstream.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vocstream.feedback.Channel;
import org.vocstream.text.PiiMask;

/** What becomes of a transcript file, format by format. All speech is invented. */
class TranscriptImportTest {
  private static final TranscriptImport IMPORT =
      new TranscriptImport(new RoleClassifier(), new PiiMask()::mask);

  private static final List<String> CALL =
      List.of(
          "agent 0-2500 您好，很高兴为您服务，请问有什么可以帮您？",
          "customer 3000-8000 我想问一下我家宽带怎么老断网 都报修三次了",
          "agent 8500-9900 非常抱歉，我帮您查询一下");

  @Test
  void webVttWithVoicesNumbersNotesAndStyles() throws TranscriptException {
    String file =
        """
        WEBVTT - call 17
        Kind: captions

        STYLE
        ::cue(v) { color: red }

        NOTE checked by hand

        1
        00:00:00.000 --> 00:00:02.500 align:start
        <v.loud SPEAKER_00>您好，<b>很高兴</b>为您服务，请问有什么可以帮您？</v>

        00:03.000 --> 00:05.000
        <v SPEAKER_01>我想问一下我家宽带怎么老断网

        00:05.100 --> 00:08.000
        <v SPEAKER_01>都报修三次了

        00:00:08.500 --> 00:00:09.900
        <v SPEAKER_00>非常抱歉，我帮您查询一下
        """;
    assertThat(turns("17.vtt", file)).isEqualTo(CALL);
    assertThat(turns("17.vtt", file.substring(file.indexOf("1\n00:"))))
        .as("without a header")
        .isEqualTo(CALL);
  }

  @Test
  void subRipWithBracketsDashesAndNoEmptyLines() throws TranscriptException {
    String file =
        "1\r\n00:00:01,000 --> 00:00:02,000\r\n[SPEAKER_00]: thank you for calling, how may I help you\r\n"
            + "2\r\n00:00:03,000 --> 00:00:05,250\r\n[SPEAKER_01]: hi I'm calling because\r\nmy bill is wrong\r\n\r\n"
            + "3\r\n00:00:06,000 --> 00:00:07,000\r\n- let me check your account\r\n- I want my money back\r\n";
    assertThat(turns("b.srt", file))
        .containsExactly(
            "agent 1000-2000 thank you for calling, how may I help you",
            "customer 3000-5250 hi I'm calling because my bill is wrong",
            "agent 6000-7000 let me check your account",
            "customer 6000-7000 I want my money back");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "客户：在吗\\n客服：在的，亲 | customer 在吗; agent 在的，亲",
        "Agent: hello\\nCustomer: my order is late | agent hello; customer my order is late",
        "【坐席01】：您好\\n【顾客】：查一下 | agent 您好; customer 查一下",
        "[00:00:01] 坐席: 您好\\n[00:00:05] 用户: 喂 | agent 1000- 您好; customer 5000- 喂",
        "客服小王(00:03): 您好\\n客户李先生(00:09): 慢死了\\n等了三天 | agent 3000- 您好; customer 9000- 慢死了 等了三天",
        "说话人1: 您好很高兴为您服务\\n说话人2: 我要投诉\\n说话人1: 请稍等 | agent 您好很高兴为您服务; customer 我要投诉; agent 请稍等",
        "[0:1.020,0:3.100,0]  您好请问有什么可以帮您\\n[0:3.900,0:5.000,1]  帮我查话费 | agent 1020-3100 您好请问有什么可以帮您; customer 3900-5000 帮我查话费",
        "通话单\\n坐席12 10:00:02\\n您好\\n客户 10:00:06\\n你们怎么又扣钱：十块 | agent 0- 您好; customer 4000- 你们怎么又扣钱：十块",
        "- 您好很高兴为您服务\\n- 我想问一下流量 | agent 您好很高兴为您服务; customer 我想问一下流量",
        "张三: 您好，请问有什么可以帮您\\n李四: 我家断网了\\n张三: 帮您查询\\n李四: 好 | agent 您好，请问有什么可以帮您; customer 我家断网了; agent 帮您查询; customer 好",
      })
  void plainText(String file, String expected) throws TranscriptException {
    assertThat(String.join("; ", turns("a.txt", file.replace("\\n", "\n")))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // Whisper and WhisperX
        "{`text`:``,`segments`:[{`id`:0,`start`:0.0,`end`:2.5,`text`:` AAA `,`speaker`:`SPEAKER_00`},{`start`:3,`end`:8.04,`text`:`BBB`,`speaker`:`SPEAKER_01`}],`language`:`zh`}",
        // FunASR
        "[{`key`:`k`,`text`:``,`sentence_info`:[{`text`:`AAA`,`start`:0,`end`:2500,`spk`:0,`timestamp`:[[0,99]]},{`text`:`BBB`,`start`:3000,`end`:8040,`spk`:1}]}]",
        // Alibaba, two channels, not in order of time
        "{`Result`:{`Sentences`:[{`BeginTime`:3000,`EndTime`:8040,`ChannelId`:1,`Text`:`BBB`},{`BeginTime`:0,`EndTime`:2500,`ChannelId`:0,`Text`:`AAA`}],`Words`:[{`Word`:`AAA`,`BeginTime`:0}]}}",
        "{`transcripts`:[{`channel_id`:0,`text`:`AAA`,`sentences`:[{`begin_time`:0,`end_time`:2500,`text`:`AAA`}]},{`channel_id`:1,`text`:`BBB`,`sentences`:[{`begin_time`:3000,`end_time`:8040,`text`:`BBB`}]}]}",
        // Tencent
        "{`Data`:{`Result`:`x`,`ResultDetail`:[{`FinalSentence`:`AAA`,`StartMs`:0,`EndMs`:2500,`SpeakerId`:0,`Words`:[{`Word`:`AAA`,`OffsetStartMs`:0}]},{`FinalSentence`:`BBB`,`StartMs`:3000,`EndMs`:8040,`SpeakerId`:1}]}}",
        // iFlytek, new and old
        "{`content`:{`orderResult`:`{\\`lattice\\`:[{\\`json_1best\\`:\\`{\\\\\\`st\\\\\\`:{\\\\\\`bg\\\\\\`:\\\\\\`0\\\\\\`,\\\\\\`ed\\\\\\`:\\\\\\`2500\\\\\\`,\\\\\\`rl\\\\\\`:\\\\\\`1\\\\\\`,\\\\\\`rt\\\\\\`:[{\\\\\\`ws\\\\\\`:[{\\\\\\`cw\\\\\\`:[{\\\\\\`w\\\\\\`:\\\\\\`AAA\\\\\\`}]}]}]}}\\`},{\\`json_1best\\`:{\\`st\\`:{\\`bg\\`:\\`3000\\`,\\`ed\\`:\\`8040\\`,\\`rl\\`:\\`2\\`,\\`rt\\`:[{\\`ws\\`:[{\\`cw\\`:[{\\`w\\`:\\`BBB\\`}]}]}]}}}]}`}}",
        "[{`bg`:`0`,`ed`:`2500`,`onebest`:`AAA`,`speaker`:`1`},{`bg`:`3000`,`ed`:`8040`,`onebest`:`BBB`,`speaker`:`2`}]",
        // Amazon: words, and segments of call analytics
        "{`results`:{`items`:[{`start_time`:`0.0`,`end_time`:`2.5`,`type`:`pronunciation`,`speaker_label`:`spk_0`,`alternatives`:[{`content`:`AAA`}]},{`start_time`:`3.0`,`end_time`:`8.04`,`speaker_label`:`spk_1`,`alternatives`:[{`content`:`BBB`}]}]}}",
        "{`results`:{`speaker_labels`:{`segments`:[{`items`:[{`start_time`:`0.0`,`speaker_label`:`spk_0`}]},{`items`:[{`start_time`:`3.0`,`speaker_label`:`spk_1`}]}]},`items`:[{`start_time`:`0.0`,`end_time`:`2.5`,`alternatives`:[{`content`:`AAA`}]},{`start_time`:`3.0`,`end_time`:`8.04`,`alternatives`:[{`content`:`BBB`}]}]}}",
        "{`Transcript`:[{`ParticipantRole`:`AGENT`,`Content`:`AAA`,`BeginOffsetMillis`:0,`EndOffsetMillis`:2500},{`ParticipantRole`:`CUSTOMER`,`Content`:`BBB`,`BeginOffsetMillis`:3000,`EndOffsetMillis`:8040}]}",
        // Google, v1 and v2
        "{`results`:[{`alternatives`:[{`transcript`:`A B`,`words`:[{`word`:`AAA`},{`word`:`BBB`}]}]},{`alternatives`:[{`words`:[{`startTime`:`0s`,`endTime`:`2.500s`,`word`:`AAA`,`speakerTag`:1},{`startTime`:`3s`,`endTime`:`8.040s`,`word`:`BBB`,`speakerTag`:2}]}]}]}",
        "{`results`:[{`alternatives`:[{`words`:[{`startOffset`:`0s`,`endOffset`:`2.5s`,`word`:`AAA`,`speakerLabel`:`1`}]}]},{`alternatives`:[{`words`:[{`startOffset`:`3s`,`endOffset`:`8.04s`,`word`:`BBB`,`speakerLabel`:`2`}]}]}]}",
        // Azure, batch and fast
        "{`recognizedPhrases`:[{`channel`:0,`speaker`:1,`offset`:`PT0S`,`duration`:`PT2.5S`,`nBest`:[{`display`:`AAA`}]},{`channel`:0,`speaker`:2,`offsetInTicks`:30000000.0,`durationInTicks`:50400000.0,`nBest`:[{`display`:`BBB`}]}]}",
        "{`phrases`:[{`offsetMilliseconds`:0,`durationMilliseconds`:2500,`text`:`AAA`,`speaker`:1},{`offsetMilliseconds`:3000,`durationMilliseconds`:5040,`text`:`BBB`,`speaker`:2}]}",
        // Volcengine, AssemblyAI, Deepgram, whisper.cpp with clocks
        "{`result`:{`utterances`:[{`text`:`AAA`,`start_time`:0,`end_time`:2500,`additions`:{`speaker`:`1`},`words`:[{`text`:`AAA`,`start_time`:0}]},{`text`:`BBB`,`start_time`:3000,`end_time`:8040,`additions`:{`speaker`:`2`}}]}}",
        "{`words`:[{`text`:`AAA`,`start`:0,`end`:9,`speaker`:`A`}],`utterances`:[{`speaker`:`A`,`text`:`AAA`,`start`:0,`end`:2500},{`speaker`:`B`,`text`:`BBB`,`start`:3000,`end`:8040}]}",
        "{`results`:{`channels`:[{`alternatives`:[{`transcript`:`A B`,`paragraphs`:{`paragraphs`:[{`speaker`:0,`sentences`:[{`text`:`AAA`,`start`:0.0,`end`:2.5}]},{`speaker`:1,`sentences`:[{`text`:`BBB`,`start`:3.0,`end`:8.04}]}]}}]}]}}",
      })
  void theJsonOfRecognisers(String json) throws TranscriptException {
    String file = json.replace('`', '"').replace("AAA", "您好，很高兴为您服务").replace("BBB", "我要投诉你们");
    assertThat(turns("c.json", file))
        .containsExactly("agent 0-2500 您好，很高兴为您服务", "customer 3000-8040 我要投诉你们");
  }

  @Test
  void whisperWithoutSpeakersIsJudgedStretchByStretch() throws TranscriptException {
    String json =
        """
        {"transcription": [
          {"timestamps": {"from": "00:00:00,000", "to": "00:00:02,500"}, "offsets": {"from": 0, "to": 2500}, "text": "您好，请问有什么可以帮您"},
          {"offsets": {"from": 2500, "to": 4000}, "text": "我想问一下话费怎么又多扣了"},
          {"offsets": {"from": 4000, "to": 5000}, "text": "嗯"}]}""";
    ObjectNode call = read("w.json", json);
    assertThat(call.path("speakers_from").asText()).isEqualTo("segment");
    assertThat(turns(call))
        .containsExactly("agent 0-2500 您好，请问有什么可以帮您", "customer 2500-5000 我想问一下话费怎么又多扣了 嗯");
  }

  @Test
  void theFileTellsItsOwnIdLanguageAndHeader() throws TranscriptException {
    ObjectNode call =
        read(
            "c.json",
            "{\"call_id\":\"C-9\",\"language\":\"zh\",\"segments\":[{\"text\":\"喂\",\"start\":0,\"end\":1}]}");
    assertThat(call.path("id").asText()).isEqualTo("C-9");
    assertThat(call.path("lang").asText()).isEqualTo("zh");
    assertThat(read("t.txt", "通话时间：昨天，电话13800138000\n客户：喂").path("header").asText())
        .isEqualTo("通话时间：昨天，电话***********");
  }

  @Test
  void gbkAndUtf16AreRead() throws TranscriptException {
    String file = "客户：你们的快递太慢了\n客服：非常抱歉";
    List<String> expected = List.of("customer 你们的快递太慢了", "agent 非常抱歉");
    for (Charset charset : List.of(Charset.forName("GBK"), StandardCharsets.UTF_16)) {
      assertThat(turns(IMPORT.read("a.txt", file.getBytes(charset), "a", Channel.CALL)))
          .isEqualTo(expected);
    }
    assertThat(turns("a.txt", "\uFEFF" + file)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "a.vtt | '' | empty",
        "a.txt | '  ' | white space",
        "a.vtt | WEBVTT | no line with times",
        "a.json | {\"segments\":[{\"start\":0 | broken at line 1",
        "a.json | {\"segments\":[]} | no segments",
        "a.json | [1,2,3] | no segments",
        "a.json | {\"segments\":[{\"start\":0,\"end\":1,\"text\":\" \"}]} | no words",
        "a.vtt | WEBVTT\\n\\n00:00.000 --> 00:01.000\\n\\n | no words",
      })
  void whatCannotBeReadHasAReason(String name, String file, String reason) {
    assertThatThrownBy(() -> turns(name, file.replace("\\n", "\n")))
        .isInstanceOf(TranscriptException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aRecordingAndAHugeFileHaveAReason() {
    byte[] wave = new byte[4000];
    for (int i = 0; i < wave.length; i++) {
      wave[i] = (byte) (i * 37 + i / 7);
    }
    assertThatThrownBy(() -> turns("a.txt", "\u0000\u0001\u0002喂")).hasMessageContaining("binary");
    assertThatThrownBy(() -> IMPORT.read("a.txt", wave, "a", Channel.CALL))
        .hasMessageContaining("recording");
    assertThatThrownBy(
            () -> IMPORT.read("a.vtt", new byte[TranscriptImport.MAX_BYTES + 1], "a", Channel.CALL))
        .hasMessageContaining("larger than 16 MiB");
  }

  @Test
  void timesThatCannotBeAreLeftOut() throws TranscriptException {
    assertThat(
            turns(
                "a.json",
                """
                {"segments": [{"speaker": "agent", "start_ms": -500, "end_ms": 900, "text": "您好"},
                 {"speaker": "customer", "start_ms": 5000, "end_ms": 1000, "text": "喂"},
                 {"speaker": "agent", "start_ms": 4000, "end_ms": 6000, "text": "在的"}]}"""))
        .containsExactly("agent -900 您好", "customer 5000- 喂", "agent 4000-6000 在的");
  }

  @Test
  void fiveThousandTurnsAreFast() throws TranscriptException {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < 2_500; i++) {
      file.append("客服：请问还有什么可以帮您\n客户：").append(i).append("号还没到\n");
    }
    assertThat(turns("a.txt", file.toString())).hasSize(5_000);
  }

  @Test
  void moreThanAnEnvelopeHoldsHasAReason() {
    assertThatThrownBy(() -> turns("a.txt", "客户：" + "太慢了".repeat(70_000)))
        .hasMessageContaining("210,001 characters, the limit is 200,000");
  }

  @Test
  void numbersAreMaskedOverTurns() throws TranscriptException {
    assertThat(turns("a.txt", "客服：请报手机号\n客户：幺三八，嗯，零零幺三\n客服：嗯\n客户：八零零零\n客服：订单号20261003是吧"))
        .containsExactly(
            "agent 请报手机号",
            "customer **********",
            "agent *",
            "customer ****",
            "agent 订单号20261003是吧");
  }

  private static List<String> turns(String name, String file) throws TranscriptException {
    return turns(read(name, file));
  }

  private static ObjectNode read(String name, String file) throws TranscriptException {
    return IMPORT.read(name, file.getBytes(StandardCharsets.UTF_8), "a", Channel.CALL);
  }

  /** {@code agent 0-2500 您好}, one per turn; no times where there are none. */
  private static List<String> turns(ObjectNode call) {
    List<String> turns = new ArrayList<>();
    for (JsonNode turn : call.path("turns")) {
      String start = turn.path("start_ms").asText("");
      String end = turn.path("end_ms").asText("");
      String times = start.isEmpty() && end.isEmpty() ? "" : start + "-" + end + " ";
      turns.add(turn.path("speaker").asText() + " " + times + turn.path("text").asText());
    }
    return turns;
  }
}
