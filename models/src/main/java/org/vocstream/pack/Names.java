package org.vocstream.pack;

/**
 * A name in the two languages of the product.
 *
 * @param zh Chinese, never blank
 * @param en English, never blank
 */
public record Names(String zh, String en) {}
