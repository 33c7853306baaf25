package org.vocstream.pack;

import java.util.List;

/**
 * Why a customer calls or chats: to find a parcel, to send goods back, to complain. Immutable.
 *
 * @param code stable, never used again for anything else: {@code track-order}
 * @param label its name
 * @param cues what tells of it, without polarity: a reason is no judgement
 */
public record ContactReason(String code, Names label, List<Cue> cues) {}
