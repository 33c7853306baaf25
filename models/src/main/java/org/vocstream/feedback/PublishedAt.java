package org.vocstream.feedback;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Reads points in time: ISO 8601, or a pattern of the user's. Immutable, thread-safe. */
final class PublishedAt {
  /** Before this no feedback was written on the web; a date before is a mistake. */
  static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  /** A date behind this is a mistake. */
  static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern(
              "uuuu-MM-dd[['T'][' ']HH:mm[:ss[.SSSSSSSSS][.SSSSSS][.SSS]][XXX][XX][X]]",
              Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final ZoneId zone;
  private final DateTimeFormatter format;

  /**
   * A reader.
   *
   * @throws DateTimeException for an unknown zone
   * @throws IllegalArgumentException for a pattern that is none
   */
  PublishedAt(String zone, String pattern) {
    this.zone = ZoneId.of(zone);
    this.format = pattern == null ? null : DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /**
   * The point in time that the text names.
   *
   * @throws DateTimeException where it names none, or one outside 1990 to 2100
   */
  Instant read(String text) {
    TemporalAccessor read =
        (format == null ? ISO : format)
            .parseBest(text.strip(), ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
    Instant at = instantOf(read);
    if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
      throw new DateTimeException("outside 1990 to 2100");
    }
    return at;
  }

  private Instant instantOf(TemporalAccessor read) {
    if (read instanceof ZonedDateTime zoned) {
      return zoned.toInstant();
    }
    return read instanceof LocalDateTime local
        ? local.atZone(zone).toInstant()
        : LocalDate.from(read).atStartOfDay(zone).toInstant();
  }
}
