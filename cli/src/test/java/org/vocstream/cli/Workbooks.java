package org.vocstream.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks whose first sheet is written by somebody other than Excel. */
final class Workbooks {
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  /** Writes the XML of the first sheet. */
  interface Sheet {
    void write(OutputStream out) throws IOException;
  }

  private Workbooks() {}

  /** A sound one of two columns and two rows. */
  static byte[] sound() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet("答卷");
      for (int row = 0; row < 2; row++) {
        sheet.createRow(row).createCell(0).setCellValue(row == 0 ? "编号" : "A1");
        sheet.getRow(row).createCell(1).setCellValue(row + 0.5);
      }
      workbook.write(out);
    }
    return out.toByteArray();
  }

  /** The XML of the first sheet of a workbook. */
  static byte[] sheet(byte[] workbook) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        if (part.getName().equals(SHEET)) {
          return in.readAllBytes();
        }
      }
    }
    throw new IOException("no " + SHEET);
  }

  /** Writes a workbook with another first sheet. */
  static Path write(byte[] workbook, Sheet sheet, Path file) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(part.getName()));
        if (part.getName().equals(SHEET)) {
          sheet.write(out);
        } else {
          in.transferTo(out);
        }
      }
    }
    return file;
  }
}
