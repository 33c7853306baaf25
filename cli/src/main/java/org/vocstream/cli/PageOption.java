package org.vocstream.cli;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.vocstream.elasticsearch.Secrets;
import org.vocstream.page.PageOptions;
import org.vocstream.page.PageServer;
import org.vocstream.scoring.ModelFolder;
import picocli.CommandLine.Option;

/** Where the built-in page is served: shared by the commands that keep a stack up. */
final class PageOption {
  /** Environment variable of the token that readers must show. */
  private static final String TOKEN = "VOC_PAGE_TOKEN";

  @Option(
      names = "--page-port",
      paramLabel = "PORT",
      defaultValue = "8787",
      description = "Port of the page; a free one where it is taken. Default: ${DEFAULT-VALUE}.")
  int port;

  @Option(
      names = "--page-host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = {
        "Address that the page is bound to. Default: ${DEFAULT-VALUE}, this machine alone.",
        "For any other, VOC_PAGE_TOKEN must hold a token, which readers show once: http://HOST:PORT/?token=..."
      })
  String host;

  /** Wrong usage where the page would be open to others without a token. */
  void check() {
    options();
  }

  /** The same as arguments of a command. */
  List<String> arguments() {
    return List.of("--page-host", host, "--page-port", Integer.toString(port));
  }

  /** Starts serving the page over this cluster. */
  PageServer start(ElasticsearchClient client) {
    try {
      return PageServer.start(options(), client, ModelFolder.bundled(), Clock.systemUTC());
    } catch (IOException e) {
      throw UserError.failed(e.getMessage(), e);
    }
  }

  private PageOptions options() {
    try {
      return new PageOptions(host, port, Secrets.find(System.getenv(), TOKEN).orElse(null));
    } catch (IllegalArgumentException e) {
      throw UserError.usage("--page-host " + host + ": " + e.getMessage());
    }
  }
}
