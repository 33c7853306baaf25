package org.vocstream.jobs.settings;

/** A setting does not take effect, and what was in force stays. Its message is for a person. */
public final class SettingRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** A refusal for this reason. */
  public SettingRefused(String reason) {
    super(reason);
  }
}
