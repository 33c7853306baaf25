package org.vocstream.jobs;

import org.vocstream.suspect.Trace;

/**
 * A trace that a feedback leaves or takes back.
 *
 * @param trace the trace
 * @param takenBack true where an edit or a withdrawal takes it back
 */
public record LeftTrace(Trace trace, boolean takenBack) {}
