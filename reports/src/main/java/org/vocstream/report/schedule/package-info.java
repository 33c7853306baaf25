/** Reports that nobody has to ask for: when they are due, where they go, what has been sent. */
package org.vocstream.report.schedule;
