package org.vocstream.statistics.contact;

/**
 * What is known of the transcripts of one group. Immutable.
 *
 * @param n number of transcripts
 * @param complaints how many are complaints
 * @param resolved how many ended resolved
 * @param unresolved how many ended unresolved; of the others it is not known
 * @param scored how many have a satisfaction
 * @param satisfaction sum of their satisfactions, each -1..1
 * @param squares sum of the squares of these
 * @param peak mean of their peaks, -1..1, or null where there is none
 * @param end mean of their ends, -1..1, or null
 * @param responseMs median of their response times, milliseconds, or null
 * @param handlingMs median of their handling times, milliseconds, or null
 */
public record ContactSums(
    long n,
    long complaints,
    long resolved,
    long unresolved,
    long scored,
    double satisfaction,
    double squares,
    Double peak,
    Double end,
    Double responseMs,
    Double handlingMs) {}
