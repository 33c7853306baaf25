package org.vocstream.jobs;

import java.io.IOException;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/**
 * Elasticsearch was away for as long as the options allow. Flink does not start the job again for
 * it: with every new start the same time would be waited once more.
 */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
final class IndexAwayException extends IOException {
  private static final long serialVersionUID = 1L;

  IndexAwayException(String message) {
    super(message);
  }
}
