package org.vocstream.survey;

import org.vocstream.pack.Written;

/**
 * One question on an indicator.
 *
 * @param indicator code of the indicator
 * @param performance column that tells how good it is, or null
 * @param expectation column that tells what was expected, or null
 * @param scale of both
 */
record Question(String indicator, Written performance, Written expectation, AnswerScale scale) {}
