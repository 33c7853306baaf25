/**
 * Alerts: a day of a series of daily counts against the days before it. Method, sources and limits
 * stand in {@code docs/alerts.md}.
 */
package org.vocstream.statistics.alert;
