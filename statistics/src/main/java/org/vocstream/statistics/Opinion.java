package org.vocstream.statistics;

/**
 * Of a mention what its cells need. Immutable.
 *
 * @param brand whose indicator it is, or null: then it stands in no cell
 * @param indicator code of the finest indicator
 * @param group code of the indicator under which it is reported
 * @param touchpoint code of the touchpoint
 * @param value code of what the indicator is to the customer: {@code benefit.product}; null where
 *     the index does not say, which it did not before its second version
 * @param polarity 1, 0 or -1
 */
public record Opinion(
    String brand, String indicator, String group, String touchpoint, String value, int polarity) {}
