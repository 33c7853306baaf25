/** Questionnaires: what their columns mean, and how their rows become feedback. */
package org.vocstream.survey;
