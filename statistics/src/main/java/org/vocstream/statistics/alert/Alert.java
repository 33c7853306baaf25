package org.vocstream.statistics.alert;

/**
 * An event as it is told. Immutable.
 *
 * @param rule the rule that it breaks
 * @param rules id and version of the rules, {@code default@1.0.0}
 * @param event what happened
 * @param withdrawn true where the event is no more, for the counts have changed since
 * @param news false where the same was told before, and it is written only in case it is not there
 */
public record Alert(
    AlertRule rule, String rules, AlertEvent event, boolean withdrawn, boolean news) {}
