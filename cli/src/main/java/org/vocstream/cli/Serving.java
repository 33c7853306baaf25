package org.vocstream.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.vocstream.page.PageServer;

/** Keeping a stack up for as long as somebody wants it. */
final class Serving {
  private Serving() {}

  /** The same with a page that is served as long. */
  static void withPage(ElasticsearchStack stack, PageOption page, PrintWriter out)
      throws InterruptedException {
    try (PageServer pages = page.start(stack.connection().client())) {
      untilInterrupted(stack, pages, out);
    }
  }

  /** Returns only by Ctrl-C (which ends the process) or where Elasticsearch ends by itself. */
  static void untilInterrupted(ElasticsearchStack stack, PageServer pages, PrintWriter out)
      throws InterruptedException {
    out.println(
        "serving the page at "
            + pages.uri()
            + (stack.isOwn() ? " and" : " over")
            + " Elasticsearch at "
            + stack.uri()
            + (stack.isOwn() ? "; Ctrl-C stops both" : "; Ctrl-C stops the page"));
    out.flush();
    CountDownLatch never = new CountDownLatch(1);
    while (!never.await(1, TimeUnit.SECONDS)) {
      if (!stack.isAlive()) {
        throw UserError.failed(
            "Elasticsearch has ended by itself; its log is in the work directory's elasticsearch/logs");
      }
    }
  }
}
