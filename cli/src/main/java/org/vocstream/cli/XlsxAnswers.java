package org.vocstream.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.vocstream.survey.AnswerTable;
import org.vocstream.survey.AnswerTableException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Reads a table of answers from the first sheet of a workbook. Numbers come as numbers whatever
 * their format, dates as ISO 8601; of a formula its last result counts, and nothing is reckoned or
 * fetched. Holds the texts of the cells, not the workbook. Stateless.
 */
final class XlsxAnswers {
  /** Of each part of a workbook, unpacked: a small file can hold very much. */
  private static final long MAX_PART_BYTES = 256L << 20;

  /** What Excel itself shows of a questionnaire before anybody would split it. */
  private static final int MAX_COLUMNS = 5_000;

  private static final int MAX_CELLS = 10_000_000;

  /** The part that says from which year days are counted is small. */
  private static final int MAX_SETTINGS_BYTES = 1 << 20;

  static {
    // Of the whole process: no other part reads workbooks.
    ZipSecureFile.setMaxEntrySize(MAX_PART_BYTES);
  }

  private XlsxAnswers() {}

  /** The workbook has more in it than a table of answers has. */
  private static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge(String what) {
      super("the workbook has more than " + what + "; split it, each part with the header");
    }
  }

  /**
   * The table.
   *
   * @throws AnswerTableException where there is none
   */
  static AnswerTable read(Path file) throws AnswerTableException {
    try (OPCPackage workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      XSSFReader reader = new XSSFReader(workbook);
      Rows rows = new Rows();
      XMLReader parser = XMLHelper.newXMLReader();
      parser.setContentHandler(
          new XSSFSheetXMLHandler(
              reader.getStylesTable(),
              null,
              new ReadOnlySharedStringsTable(workbook),
              rows,
              new Plain(is1904(reader)),
              false));
      try (InputStream sheet = reader.getSheetsData().next()) {
        parser.parse(new InputSource(sheet));
      }
      return rows.table(file.getFileName().toString());
    } catch (TooLarge e) {
      throw new AnswerTableException(e.getMessage());
    } catch (IOException
        | OpenXML4JException
        | SAXException
        | ParserConfigurationException
        // What is wrong with a workbook comes as any of a dozen kinds.
        | RuntimeException e) {
      throw new AnswerTableException(
          "the workbook cannot be read ("
              + Voc.rootMessage(e).lines().findFirst().orElse("")
              + "); open it and save it as .xlsx again, without a password");
    }
  }

  /** Workbooks of old Macs count days from 1904. */
  private static boolean is1904(XSSFReader reader) throws IOException, OpenXML4JException {
    try (InputStream workbook = reader.getWorkbookData()) {
      String xml = new String(workbook.readNBytes(MAX_SETTINGS_BYTES), StandardCharsets.UTF_8);
      return xml.matches("(?s).*date1904=\"(1|true)\".*");
    }
  }

  /** Writes numbers as they are, and not as the sheet shows them. */
  private static final class Plain extends DataFormatter {
    private final boolean from1904;

    Plain(boolean from1904) {
      super(Locale.ROOT);
      this.from1904 = from1904;
    }

    @Override
    public String formatRawCellContents(double value, int format, String pattern) {
      if (DateUtil.isADateFormat(format, pattern) && DateUtil.isValidExcelDate(value)) {
        LocalDateTime at = DateUtil.getLocalDateTime(value, from1904, true);
        return at.toString();
      }
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? String.valueOf((long) value)
          : String.valueOf(value);
    }
  }

  /** Takes the cells of a sheet. */
  private static final class Rows implements XSSFSheetXMLHandler.SheetContentsHandler {
    private final List<String> header = new ArrayList<>();
    private final List<AnswerTable.Row> rows = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private long held;

    @Override
    public void startRow(int number) {
      cells = new ArrayList<>();
    }

    @Override
    public void cell(String reference, String value, XSSFComment comment) {
      int place = reference == null ? cells.size() : new CellReference(reference).getCol();
      if (place >= MAX_COLUMNS) {
        throw new TooLarge("%,d columns".formatted(MAX_COLUMNS));
      }
      while (cells.size() <= place) {
        cells.add("");
      }
      cells.set(place, value == null ? "" : value);
    }

    @Override
    public void endRow(int number) {
      if (cells.stream().allMatch(String::isBlank)) {
        return;
      }
      if (header.isEmpty()) {
        header.addAll(cells);
        return;
      }
      while (cells.size() < header.size()) {
        cells.add("");
      }
      held += cells.size();
      if (held > MAX_CELLS) {
        throw new TooLarge("%,d cells".formatted(MAX_CELLS));
      }
      List<String> beyond = cells.subList(header.size(), cells.size());
      String problem =
          beyond.stream().allMatch(String::isBlank)
              ? null
              : "the row has cells beyond the last column of the header; give these a name, or empty them";
      rows.add(new AnswerTable.Row(number + 1, List.copyOf(cells), problem));
    }

    AnswerTable table(String name) throws AnswerTableException {
      if (header.isEmpty()) {
        throw new AnswerTableException("the first sheet is empty");
      }
      return new AnswerTable(name, header, rows);
    }
  }
}
