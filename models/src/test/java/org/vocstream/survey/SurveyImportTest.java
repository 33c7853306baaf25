package org.vocstream.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vocstream.pack.PackException;
import org.vocstream.text.PiiMask;

class SurveyImportTest {
  private static final String QUESTIONNAIRE =
      """
      id: csat
      wave: 2026Q3
      pack: commerce
      zone: Asia/Shanghai
      scale: {range: 1-5, words: [很差, 差, 一般, 好, 很好/非常好]}
      missing: [跳过]
      columns: {id: 编号, brand: 品牌, customer: 会员, date: 时间, nps: 推荐, text: [意见, 其他]}
      questions:
        - {indicator: delivery.speed, performance: 物流, expectation: 物流期望}
        - {indicator: 价格, performance: 价格, scale: {range: 10-1}}
      """;
  private static final String HEADER = "编号,品牌,会员,时间,推荐,意见,其他,物流,物流期望,价格,手机\n";

  @TempDir Path work;

  @Test
  void aRowBecomesOneFeedbackWithItsAnswers() throws Exception {
    ObjectNode sheet =
        only(HEADER + "7,青禾,C1,2026/9/30 8:05,9,\"电话13800138000, 太慢\",包装好,很好,５,3分,13800138000\n");
    assertThat(sheet.toString())
        .isEqualTo(
            """
            {"id":"2026Q3:7:青禾","source":"csat","channel":"survey","questionnaire":"csat","wave":"2026Q3","brand":"青禾",\
            "customer":"C1","published_at":"2026-09-30T00:05:00Z","nps":9,"answers":[\
            {"indicator":"delivery.speed","performance":5,"expectation":5,"scale":"1-5"},\
            {"indicator":"price","performance":8,"scale":"1-10"}],"text":"电话***********, 太慢\\n包装好"}""");
  }

  @Test
  void whatIsNotAnsweredIsLeftOut() throws Exception {
    ObjectNode sheet = only(HEADER + "7,青禾,,,,,,跳过, 4.5 ,,\n");
    assertThat(sheet.at("/answers").toString())
        .isEqualTo("[{\"indicator\":\"delivery.speed\",\"expectation\":4.5,\"scale\":\"1-5\"}]");
    assertThat(sheet.has("text")).isFalse();
    assertThat(sheet.has("nps")).isFalse();
    assertThat(sheet.has("published_at")).isFalse();
    assertThat(sheet.has("customer")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
  void theEncodingsOfSpreadsheetsAreRead(String charset) throws Exception {
    String text = (HEADER + "7,青禾,,,,送得很慢,,好,,,\n").replace(',', '\t');
    String mark = charset.startsWith("UTF") ? "\uFEFF" : "";
    AnswerTable table = CsvAnswers.read("a.csv", (mark + text).getBytes(Charset.forName(charset)));
    assertThat(envelope(table).path("text").asText()).isEqualTo("送得很慢");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "7,青禾,,,,,,6,,, | 物流: \"6\" is no value of the scale 1-5; write 1 to 5, or one of 很差, 差, 一般, 好, 很好/非常好",
        "7,青禾,,,,,,好极了,,11, | 物流: \"好极了\" is no value of the scale 1-5; write 1 to 5, or one of 很差, 差, 一般, 好, 很好/非常好; 价格: \"11\" is no value of the scale 1-10; write 1 to 10",
        "7,青禾,,,11,,,好,,, | 推荐: \"11\" is no whole number from 0 to 10",
        "7,青禾,,,7.5,,,好,,, | 推荐: \"7.5\" is no whole number from 0 to 10",
        "7,青禾,,昨天,,,,好,,, | 时间: \"昨天\" is no date; write 2026-10-03 08:15, or give its form as date_format",
        "7,青禾,,2026-02-30,,,,好,,, | 时间: \"2026-02-30\" is no date; write 2026-10-03 08:15, or give its form as date_format",
        "7,,,,,,,好,,, | 品牌 is empty; whose customer answered?",
        "7,青禾,C1,,,,,跳过,,, | nothing is answered in this row",
        "7,青禾,好 | the row has 3 cells, the header 11; quote cells that hold a separator",
        "7,青禾,,,,,,13800138000,,, | 物流: \"***********\" is no value of the scale 1-5; write 1 to 5, or one of 很差, 差, 一般, 好, 很好/非常好",
      })
  void aRowThatCannotBeUsedSaysAllThatIsWrong(String row, String reason) throws Exception {
    assertThatThrownBy(() -> only(HEADER + row + "\n"))
        .isInstanceOf(SurveyRowException.class)
        .hasMessage(reason);
  }

  @Test
  void aSheetWithoutANumberHasTheSameIdInEveryExport() throws Exception {
    String[] rows = {"青禾,好,快", "青禾,好,快", "青禾,差,慢"};
    String form =
        QUESTIONNAIRE
            .replace("id: 编号, ", "")
            .replaceAll("customer:[^}]*text: \\[意见, 其他\\]", "text: [意见]");
    form = form.replace(", expectation: 物流期望", "").replaceAll("(?m)^  - \\{indicator: 价格.*\n", "");
    List<String> first = ids(form, "品牌,物流,意见\n" + String.join("\n", rows));
    List<String> later = ids(form, "品牌,物流,意见\n" + rows[2] + "\n" + rows[0] + "\n" + rows[1]);
    assertThat(first).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(later);
    assertThat(first.get(0)).matches("2026Q3:[0-9a-f]{16}:青禾");
    assertThat(first.get(1)).isEqualTo(first.get(0).replace(":青禾", "-2:青禾"));
  }

  @Test
  void columnsThatAreMissingAreNamedWithTheNearest() throws IOException {
    assertThatThrownBy(() -> only("编号,品牌,会员,时间,推荐,意见,其他,物流度,物流期望,价格\n1,A,,,,,,1,,\n"))
        .isInstanceOf(PackException.class)
        .hasMessageContaining("q.yaml:9:46: a.csv has no column \"物流\"")
        .hasMessageContaining("did you mean \"物流度\"? Known: 编号, 品牌");
    assertThatThrownBy(() -> only(HEADER.replace("手机", "价格") + "1,A,,,,,,1,,,\n"))
        .hasMessageContaining("a.csv has two columns \"价格\"; give one of them another name");
  }

  @Test
  void columnsOfNoUseAreToldAndLeftBehind() throws Exception {
    AnswerTable table = table(HEADER + "7,青禾,,,,,,好,,,13800138000\n");
    assertThat(new SurveyImport(questionnaire(QUESTIONNAIRE), table, t -> t).unused())
        .containsExactly("手机");
    assertThat(envelope(table).toString()).doesNotContain("138");
  }

  @Test
  void aFileThatIsNoTableSaysWhy() {
    assertThatThrownBy(() -> table("a,b\n1,\"2\n3")).hasMessageContaining("from line 2 on");
    assertThatThrownBy(() -> table(" \n")).hasMessage("the file is empty");
    assertThatThrownBy(() -> CsvAnswers.read("a.csv", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 1}))
        .isInstanceOf(AnswerTableException.class)
        .hasMessageStartingWith("the file is binary and no CSV");
    assertThatThrownBy(() -> CsvAnswers.read("a.csv", new byte[] {(byte) 0xC4, (byte) 0xFF, 0x20}))
        .hasMessageStartingWith("the file is neither UTF-8 nor GBK text");
  }

  @Test
  void aTextThatLooksLikeAFormulaIsATextLikeAnyOther() throws Exception {
    assertThat(only(HEADER + "7,青禾,,,,=cmd|' /C calc'!A0,,好,,,\n").path("text").asText())
        .isEqualTo("=cmd|' /C calc'!A0");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "id: csat | id: 满意度 | q.yaml:1:5: the id \"满意度\" cannot be used; write letters, digits, hyphens and dots, such as csat",
        "pack: commerce | pack: comerce | q.yaml:3:7: no pack \"comerce\" is bundled; did you mean \"commerce\"?",
        "indicator: delivery.speed | indicator: delivery.sped | q.yaml:9:17: the pack has no indicator \"delivery.sped\"; did you mean \"delivery.speed\"? scripts/voc packs show lists them",
        "range: 1-5 | range: one | q.yaml:5:16: \"one\" is no scale; write its worst and its best value, such as 1-5",
        "range: 1-5 | range: 0-5 | q.yaml:5:16: the scale 0-5 has 6 values, and there are 5 words; write one for each, from the worst to the best",
        "zone: Asia/Shanghai | zone: Shanghai | q.yaml:4:7: \"Shanghai\" is no time zone; write one like Asia/Shanghai",
        "brand: 品牌, | '' | q.yaml:1:1: whose customers answered? Give \"brand\", or the column of it under \"columns\"",
        "wave: 2026Q3 | brand: 青禾 | q.yaml:2:8: the brand is given, and a column for it as well; leave one of them out",
        "nps: 推荐 | nps: 意见 | the column \"意见\" is used already (line 7); leave one of them out",
        "performance: 物流, expectation | expctation | unknown key \"expctation\" in a question; did you mean \"expectation\"?",
        "id: csat | id: &a csat | ''",
      })
  void aQuestionnaireThatCannotBeUsedSaysWhereAndWhy(String from, String to, String finding) {
    String text = QUESTIONNAIRE.replace(from, to);
    if (finding.isEmpty()) {
      assertThat(read(text)).isNotNull();
      return;
    }
    assertThatThrownBy(() -> questionnaire(text))
        .isInstanceOf(PackException.class)
        .hasMessageContaining(finding);
  }

  @Test
  void theQuestionnaireInTheDocumentationCanBeUsed() throws IOException {
    String page = Files.readString(Path.of("../docs/surveys.md"));
    int start = page.indexOf("```yaml\n") + "```yaml\n".length();
    Questionnaire read = questionnaire(page.substring(start, page.indexOf("```", start)));
    assertThat(read.name()).isEqualTo("csat-2026Q3");
    assertThat(read.questions()).hasSize(2);
  }

  private Questionnaire read(String text) {
    try {
      return questionnaire(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> ids(String form, String csv) throws Exception {
    AnswerTable table = table(csv);
    SurveyImport reader = new SurveyImport(questionnaire(form), table, t -> t);
    List<String> ids = new ArrayList<>();
    for (AnswerTable.Row row : table.rows()) {
      ids.add(reader.envelope(row).path("id").asText());
    }
    return ids;
  }

  private ObjectNode only(String csv) throws Exception {
    return envelope(table(csv));
  }

  private ObjectNode envelope(AnswerTable table) throws Exception {
    SurveyImport reader =
        new SurveyImport(questionnaire(QUESTIONNAIRE), table, new PiiMask()::mask);
    assertThat(table.rows()).hasSize(1);
    JsonNode first = reader.envelope(table.rows().get(0));
    return (ObjectNode) first;
  }

  private Questionnaire questionnaire(String text) throws IOException {
    return Questionnaire.read(Files.writeString(work.resolve("q.yaml"), text));
  }

  private static AnswerTable table(String csv) throws AnswerTableException {
    return CsvAnswers.read("a.csv", csv.getBytes(StandardCharsets.UTF_8));
  }
}
