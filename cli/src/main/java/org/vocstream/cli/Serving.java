package org.vocstream.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeping a stack up for as long as somebody wants it. */
final class Serving {
  private Serving() {}

  /** Returns only by Ctrl-C (which ends the process) or where Elasticsearch ends by itself. */
  static void untilInterrupted(ElasticsearchStack stack, PrintWriter out)
      throws InterruptedException {
    out.println("serving Elasticsearch at " + stack.uri() + "; Ctrl-C stops it");
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
