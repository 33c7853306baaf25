package org.vocstream.call;

import org.vocstream.pack.Names;

/**
 * A contact reason that the customer told. Immutable.
 *
 * @param code its code in the pack: {@code broadband-fault}
 * @param label its name
 * @param at the words that tell it: those with the request where there is one, else the first
 */
public record ToldReason(String code, Names label, Evidence at) {}
