/**
 * What the answers to questionnaires say: satisfaction, expectation, the gap between the two, and
 * how they differ between brands and waves. Never mixed with the scores of texts.
 */
package org.vocstream.statistics.survey;
