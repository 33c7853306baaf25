package org.vocstream.cli;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import org.vocstream.elasticsearch.ComparisonDocument;
import org.vocstream.elasticsearch.ComparisonLookup;
import org.vocstream.elasticsearch.QuestionException;
import org.vocstream.scoring.ModelFolder;

/** One comparison from options to print. For one thread. */
final class ComparisonRun {
  private final CompareOptions options;
  private final ModelFolder models;
  private final Clock clock;

  /**
   * A comparison.
   *
   * @param models that scored, for their known errors
   * @param clock tells today
   */
  ComparisonRun(CompareOptions options, ModelFolder models, Clock clock) {
    this.options = options;
    this.models = models;
    this.clock = clock;
  }

  /** Compares and prints. */
  void print(ElasticsearchClient client, PrintWriter out) throws IOException {
    ComparisonLookup.Found found;
    try {
      found = new ComparisonLookup(client, models, clock).answer(options.question());
    } catch (QuestionException e) {
      throw UserError.of(e);
    }
    if (options.json) {
      out.println(
          new ObjectMapper()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(ComparisonDocument.of(found.answer(), found.pack())));
      out.flush();
    } else {
      new ComparisonText(found.answer(), found.pack(), options.labels, out).print();
    }
  }
}
