/**
 * The formats of a report: each writes what {@link org.vocstream.report.Report} says, nothing more
 * and nothing less, and the same bytes for the same report.
 */
package org.vocstream.report.format;
