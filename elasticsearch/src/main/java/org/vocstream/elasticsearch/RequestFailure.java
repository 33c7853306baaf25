package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.transport.TransportException;
import java.io.IOException;
import org.elasticsearch.client.ResponseException;

/**
 * Why a whole request failed, whatever the client threw. Immutable.
 *
 * @param status HTTP status, 0 where there was no answer
 * @param reason what was wrong, in words
 */
record RequestFailure(int status, String reason) {
  static final int NO_ANSWER = 0;
  static final int TOO_LARGE = 413;

  /** Elasticsearch itself answered, with an error. */
  static RequestFailure of(ElasticsearchException e) {
    return new RequestFailure(e.status(), e.status() + ": " + words(e.error()));
  }

  /** Something before it answered, or nothing did. */
  static RequestFailure of(IOException e) {
    if (e instanceof ResponseException answered) {
      int status = answered.getResponse().getStatusLine().getStatusCode();
      return new RequestFailure(status, answered.getResponse().getStatusLine().toString());
    }
    if (e instanceof TransportException answered) {
      return new RequestFailure(answered.statusCode(), answered.getMessage());
    }
    return new RequestFailure(NO_ANSWER, "Elasticsearch cannot be reached: " + e);
  }

  /** The reason and the one behind it, for the outer one often says only that parsing failed. */
  static String words(ErrorCause error) {
    String reason = error.reason() == null ? error.type() : error.reason();
    ErrorCause cause = error.causedBy();
    return cause == null || cause.reason() == null ? reason : reason + " (" + cause.reason() + ")";
  }
}
