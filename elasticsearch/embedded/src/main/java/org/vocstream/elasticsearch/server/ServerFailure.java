package org.vocstream.elasticsearch.server;

/** A start that failed for a reason that the parent process tells apart by its code. */
final class ServerFailure extends RuntimeException {
  /** Another process uses the folder. */
  static final String IN_USE = "in-use";

  /** Anything else; the log says more. */
  static final String OTHER = "other";

  private static final long serialVersionUID = 1L;

  private final String code;

  ServerFailure(String code, String message) {
    super(message);
    this.code = code;
  }

  String code() {
    return code;
  }
}
