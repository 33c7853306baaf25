package org.vocstream.suspect;

import java.util.List;

/**
 * The texts of one signature at a place where near copies meet.
 *
 * @param signature of their fingerprints
 * @param copies in order of {@link Trace#isBefore}; changed in place by {@link Copies}
 */
public record Group(String signature, List<Copy> copies) {}
