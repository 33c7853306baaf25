package org.vocstream.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.call.RoleModel;
import org.vocstream.linear.LinearModel;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.training.RoleDialogues.Dialogue;

/** Trains and measures speaker roles on a handful of invented dialogues. */
class RoleEvaluationTest {
  @TempDir Path data;

  @Test
  void measuresSpeakersAndTurnsOfHeldOutDialogues() throws IOException {
    dialogues("stc3_helpdesk_zh", "train.jsonl", 40);
    dialogues("stc3_helpdesk_zh", "dev.jsonl", 10);
    Map<String, Measured> rows =
        RoleEvaluation.measure(data, ModelFolder.bundled(), step -> {}).stream()
            .collect(Collectors.toMap(Measured::measure, r -> r));
    Measured pairs = rows.get("speaker role");
    assertThat(pairs.n()).as("two speakers of each held-out dialogue").isEqualTo(20);
    assertThat(pairs.majority()).isEqualTo(0.5);
    assertThat(pairs.ours()).isEqualTo(1);
    assertThat(rows.get("speaker role of one speaker alone").n()).isEqualTo(20);
    assertThat(rows.get("speaker role of turns without labels").n()).isEqualTo(30);
  }

  @Test
  void theTrainerLearnsFromDialoguesThatAreNotHeldOut() throws IOException {
    dialogues("stc3_helpdesk_zh", "train.jsonl", 40);
    dialogues("stc3_helpdesk_zh", "dev.jsonl", 10);
    List<Dialogue> dialogues = RoleDialogues.of(data, "stc3_helpdesk_zh");
    RoleTrainer trainer = RoleTrainer.standard();
    List<LabelledText> rows = trainer.rows(dialogues);
    assertThat(rows).noneMatch(LabelledText::heldOut).hasSizeGreaterThan(80);
    LinearModel model = trainer.train(rows);
    RoleModel words = RoleModel.withoutPhrases(model);
    assertThat(words.logOdds("蓝天为证")).isGreaterThan(words.logOdds("绿水长流"));
    assertThat(RoleEvaluation.confusions(dialogues, model).get("stc3_helpdesk_zh").n())
        .isEqualTo(20);
  }

  /** Agents say 蓝天为证 and customers 绿水长流, which no phrase knows, beside what they usually say. */
  private void dialogues(String set, String file, int count) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append(
          """
          {"id": "%s-%d", "turns": [{"speaker": "customer", "text": "第%d回绿水长流，我要投诉"},
           {"speaker": "helpdesk", "text": "第%d回蓝天为证，请您稍等"}, {"speaker": "customer", "text": "帮我快点%d"}]}"""
              .formatted(file, i, i, i, i)
              .replace("\n", " "));
      lines.append('\n');
    }
    Files.createDirectories(data.resolve(set));
    Files.writeString(data.resolve(set).resolve(file), lines);
  }
}
