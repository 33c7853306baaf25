/**
 * The competitor report: what it says ({@link org.vocstream.report.Report}), whatever its format.
 */
package org.vocstream.report;
