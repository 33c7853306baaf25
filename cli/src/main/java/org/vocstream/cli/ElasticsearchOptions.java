package org.vocstream.cli;

import java.net.URI;
import picocli.CommandLine.Option;

/** Which Elasticsearch is used: shared by the commands that need one. */
final class ElasticsearchOptions {
  @Option(
      names = "--elasticsearch",
      paramLabel = "URL",
      description = {
        "A cluster of your own, such as https://host:9200. Credentials come from the environment: VOC_ES_API_KEY, or VOC_ES_USER and",
        "VOC_ES_PASSWORD; VOC_ES_CA_FILE names a CA certificate (PEM). Default: the one that \"voc up\" keeps running, else an embedded one."
      })
  URI uri;
}
