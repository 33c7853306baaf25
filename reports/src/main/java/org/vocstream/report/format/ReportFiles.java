package org.vocstream.report.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.report.Report;
import org.vocstream.report.ReportFormat;
import org.vocstream.report.ReportLanguage;
import org.vocstream.statistics.Period;

/** The files of a report: all of them are there in full, or none of them is. Without state. */
public final class ReportFiles {
  private static final int LONGEST_BRAND = 60;

  private ReportFiles() {}

  /**
   * The name of a report without the end for its format: {@code
   * voc-report_沐禾_2026-10-19_2026-10-25_zh}.
   */
  public static String name(String brand, Period period, ReportLanguage language) {
    // What some file system does not take in a name.
    String safe = brand.strip().replaceAll("[\\p{Cntrl}\\s\\\\/:*?\"<>|]+", "-");
    int end =
        safe.offsetByCodePoints(0, Math.min(LONGEST_BRAND, safe.codePointCount(0, safe.length())));
    return String.join(
        "_",
        "voc-report",
        safe.substring(0, end),
        period.from().toString(),
        period.to().minusDays(1).toString(),
        language.code());
  }

  /**
   * The report in each of these formats, by file name.
   *
   * @param name as {@link #name} makes it
   * @throws IllegalArgumentException where nothing renders one of the formats
   */
  public static Map<String, byte[]> render(
      Report report, String name, Collection<ReportFormat> formats) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (ReportFormat format : formats) {
      if (!ReportFormats.all().containsKey(format)) {
        throw new IllegalArgumentException("nothing writes reports as " + format.code());
      }
      files.put(name + "." + format.code(), ReportFormats.all().get(format).render(report));
    }
    return files;
  }

  /**
   * Writes files to a folder, which is made where there is none: first under other names, then all
   * of them are given their own, so that no reader meets half a file. A file of the same name is
   * replaced.
   *
   * @return where they are
   * @throws IOException where one of them cannot be written; what was written is taken away
   */
  public static List<Path> write(Map<String, byte[]> files, Path folder) throws IOException {
    Files.createDirectories(folder);
    Map<Path, Path> moves = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path temporary = folder.resolve("." + file.getKey() + ".part");
        moves.put(temporary, folder.resolve(file.getKey()));
        Files.write(temporary, file.getValue());
      }
      for (Map.Entry<Path, Path> move : moves.entrySet()) {
        Files.move(move.getKey(), move.getValue(), StandardCopyOption.REPLACE_EXISTING);
      }
      return new ArrayList<>(moves.values());
    } finally {
      for (Path temporary : moves.keySet()) {
        Files.deleteIfExists(temporary);
      }
    }
  }
}
