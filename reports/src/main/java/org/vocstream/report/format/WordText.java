package org.vocstream.report.format;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STShd;

/**
 * A paragraph of a Word document that is being written: texts, fields, links and places that links
 * go to.
 */
final class WordText {
  private static final int SMALL = 7;

  private final XWPFParagraph paragraph;

  WordText(XWPFParagraph paragraph, String style) {
    this.paragraph = paragraph;
    paragraph.setStyle(style);
  }

  /** The paragraph itself. */
  XWPFParagraph paragraph() {
    return paragraph;
  }

  /** A text as the style has it. */
  WordText text(String text) {
    run(text);
    return this;
  }

  /** A text in bold. */
  WordText strong(String text) {
    run(text).setBold(true);
    return this;
  }

  /** A text in a colour, {@code RRGGBB}. */
  WordText coloured(String text, String colour) {
    run(text).setColor(colour);
    return this;
  }

  /** A text as with a marker. */
  WordText marked(String text) {
    CTShd shade = run(text).getCTR().addNewRPr().addNewShd();
    shade.setVal(STShd.CLEAR);
    shade.setColor("auto");
    shade.setFill("FFF0C2");
    return this;
  }

  /** A new line within the paragraph. */
  WordText line() {
    paragraph.createRun().addBreak();
    return this;
  }

  /** Sets it on the right. */
  WordText right() {
    paragraph.setAlignment(ParagraphAlignment.RIGHT);
    return this;
  }

  /** The id of a query in small letters, a link to the row that explains it. */
  WordText query(String id) {
    if (!id.isEmpty()) {
      run(" ");
      link(id, QueryChapter.anchor(id), true);
    }
    return this;
  }

  /** A link to a place of the document. */
  WordText link(String text, String place, boolean small) {
    CTHyperlink link = paragraph.getCTP().addNewHyperlink();
    link.setAnchor(place(place));
    XWPFRun run = new XWPFHyperlinkRun(link, link.addNewR(), paragraph);
    write(run, text);
    if (small) {
      run.setFontSize(SMALL);
      run.setBold(false);
      run.setColor("5B6770");
    }
    return this;
  }

  /** A place that links may go to, here. */
  WordText place(String name, int id) {
    CTBookmark start = paragraph.getCTP().addNewBookmarkStart();
    start.setId(BigInteger.valueOf(id));
    start.setName(place(name));
    paragraph.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(id));
    return this;
  }

  /** A field that Word works out, with what it shows until then. */
  WordText field(String instruction, String shown) {
    begin(instruction);
    run(shown);
    return end();
  }

  /** Begins a field; what follows is shown until Word works it out. */
  WordText begin(String instruction) {
    paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
    paragraph.createRun().getCTR().addNewInstrText().setStringValue(" " + instruction + " ");
    paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
    return this;
  }

  /** Ends the field. */
  WordText end() {
    paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
    return this;
  }

  private XWPFRun run(String text) {
    XWPFRun run = paragraph.createRun();
    write(run, text);
    return run;
  }

  private static void write(XWPFRun run, String text) {
    String[] parts = XmlText.of(text).split("\t", -1);
    for (int at = 0; at < parts.length; at++) {
      if (at > 0) {
        run.addTab();
      }
      run.setText(parts[at], at);
    }
  }

  /** Names of places hold letters, digits and {@code _} only. */
  private static String place(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_");
  }
}
