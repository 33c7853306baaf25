package org.vocstream.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.vocstream.elasticsearch.QuestionException;
import org.vocstream.elasticsearch.SurveyAnswer;
import org.vocstream.elasticsearch.SurveyDocument;
import org.vocstream.elasticsearch.SurveyLookup;
import org.vocstream.elasticsearch.SurveyQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the answers to a questionnaire say, from what stands in the index. */
@Command(
    name = "surveys",
    description = {
      "What customers answered to a questionnaire: satisfaction index per indicator with interval, what they expected and the gap to it,",
      "against competitors and an earlier wave, the net promoter score and who answered (docs/surveys.md)."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  scripts/voc surveys --brand A --against B",
      "  scripts/voc surveys --brand A --questionnaire csat/2026Q3 --wave-against previous --json"
    })
final class SurveysCommand implements Callable<Integer> {
  @Mixin SurveysOptions options;
  @Mixin ElasticsearchOptions elasticsearch;
  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    // Before anything is started: what is wrong with the options is said at once.
    SurveyQuestion question = options.question();
    Progress progress = Progress.onStandardError(spec.commandLine().getErr());
    try (ElasticsearchStack stack =
        ElasticsearchStack.open(elasticsearch.uri, WorkDirectory.ofUser(), progress::step)) {
      SurveyAnswer answer;
      try {
        answer = new SurveyLookup(stack.connection().client(), Clock.systemUTC()).answer(question);
      } catch (QuestionException e) {
        throw UserError.of(e);
      }
      print(answer, spec.commandLine().getOut());
    }
    return 0;
  }

  private void print(SurveyAnswer answer, PrintWriter out) throws IOException {
    if (options.json) {
      out.println(
          new ObjectMapper()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(SurveyDocument.of(answer)));
      out.flush();
    } else {
      new SurveysText(answer, options.labels, out).print();
    }
  }
}
