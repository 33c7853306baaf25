package org.vocstream.pack;

/**
 * A step of the customer journey.
 *
 * @param code stable code: awareness, consultation, purchase, delivery, use, aftersales, loyalty
 * @param label its name
 */
public record Touchpoint(String code, Names label) {}
