package org.vocstream.jobs;

import org.vocstream.feedback.Feedback;
import org.vocstream.scoring.Suspicion;

/**
 * A feedback with what is suspect about it in the company of others.
 *
 * @param feedback the feedback
 * @param suspicion what is known so far; when it changes, the feedback comes again
 */
public record MarkedFeedback(Feedback feedback, Suspicion suspicion) {}
