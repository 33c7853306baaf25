package org.vocstream.report.format;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/**
 * The sections of a Word document on A4: upright, and across for wide tables. All have the same
 * header and footer, but for the first page, which has none.
 */
final class WordSections {
  /** Width of the text, in twentieths of a point. */
  static final int UPRIGHT = 9638;

  /** The same on a page across. */
  static final int ACROSS = 14798;

  private static final int SHORT = 11906;
  private static final int LONG = 16838;

  private final XWPFDocument document;
  private final CTSectPr last;
  private boolean first = true;
  private boolean across;

  /** Sections of a document that has its header and footer already. */
  WordSections(XWPFDocument document) {
    this.document = document;
    this.last = document.getDocument().getBody().getSectPr();
    upright(last);
  }

  /** Turns the page where what follows needs it: upright, or across. */
  void turn(boolean toAcross) {
    if (across != toAcross) {
      endSection();
      across = toAcross;
    }
  }

  /** Ends the document. */
  void end() {
    if (first) {
      last.addNewTitlePg();
    }
    if (across) {
      layAcross(last);
    }
  }

  /** The properties of a section stand in its last paragraph. */
  private void endSection() {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setSpacingAfter(0);
    paragraph.createRun().setFontSize(1);
    CTSectPr section = (CTSectPr) paragraph.getCTP().getPPr().addNewSectPr().set(last);
    if (first) {
      section.addNewTitlePg();
      first = false;
    }
    if (across) {
      layAcross(section);
    }
  }

  private static void layAcross(CTSectPr section) {
    section.getPgSz().setOrient(STPageOrientation.LANDSCAPE);
    section.getPgSz().setW(BigInteger.valueOf(LONG));
    section.getPgSz().setH(BigInteger.valueOf(SHORT));
    margins(section.getPgMar(), 1247, 1020);
  }

  private static void upright(CTSectPr section) {
    CTPageSz size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
    size.setW(BigInteger.valueOf(SHORT));
    size.setH(BigInteger.valueOf(LONG));
    margins(section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar(), 1361, 1134);
  }

  private static void margins(CTPageMar margins, int above, int beside) {
    margins.setTop(BigInteger.valueOf(above));
    margins.setBottom(BigInteger.valueOf(above));
    margins.setLeft(BigInteger.valueOf(beside));
    margins.setRight(BigInteger.valueOf(beside));
    margins.setHeader(BigInteger.valueOf(680));
    margins.setFooter(BigInteger.valueOf(567));
    margins.setGutter(BigInteger.ZERO);
  }
}
