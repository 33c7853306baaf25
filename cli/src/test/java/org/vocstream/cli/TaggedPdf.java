package org.vocstream.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** The tables of a PDF, as somebody has them who hears it read aloud. */
final class TaggedPdf {
  private final Map<PDPage, Map<Integer, String>> said = new HashMap<>();

  private TaggedPdf(PDDocument pdf) throws IOException {
    for (PDPage page : pdf.getPages()) {
      PDFMarkedContentExtractor extractor = new Extractor();
      extractor.processPage(page);
      Map<Integer, String> texts = new HashMap<>();
      extractor.getMarkedContents().forEach(content -> note(content, texts));
      said.put(page, texts);
    }
  }

  /** The rows of all tables, a text for each cell. */
  static List<List<String>> rows(PDDocument pdf) throws IOException {
    TaggedPdf tagged = new TaggedPdf(pdf);
    List<List<String>> rows = new ArrayList<>();
    tagged.collect(pdf.getDocumentCatalog().getStructureTreeRoot(), rows);
    return rows;
  }

  private static void note(PDMarkedContent content, Map<Integer, String> texts) {
    StringBuilder text = new StringBuilder();
    for (Object part : content.getContents()) {
      if (part instanceof TextPosition letter) {
        text.append(letter.getUnicode());
      } else if (part instanceof PDMarkedContent inner) {
        note(inner, texts);
      }
    }
    texts.merge(content.getMCID(), text.toString(), String::concat);
  }

  private void collect(PDStructureNode node, List<List<String>> rows) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        if ("TR".equals(element.getStructureType())) {
          rows.add(cells(element));
        } else {
          collect(element, rows);
        }
      }
    }
  }

  private List<String> cells(PDStructureElement row) {
    List<String> cells = new ArrayList<>();
    for (Object kid : row.getKids()) {
      if (kid instanceof PDStructureElement cell) {
        StringBuilder text = new StringBuilder();
        read(cell, text);
        cells.add(text.toString());
      }
    }
    return cells;
  }

  private void read(PDStructureElement element, StringBuilder text) {
    for (Object kid : element.getKids()) {
      if (kid instanceof PDStructureElement inner) {
        read(inner, text);
      } else if (kid instanceof PDMarkedContentReference reference) {
        PDPage page = reference.getPage() == null ? element.getPage() : reference.getPage();
        text.append(said.get(page).getOrDefault(reference.getMCID(), ""));
      } else if (kid instanceof Integer number && element.getPage() != null) {
        text.append(said.get(element.getPage()).getOrDefault(number, ""));
      }
    }
  }

  /** Also where the numbers of what is marked stand among the resources of the page. */
  private static final class Extractor extends PDFMarkedContentExtractor {
    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
      PDPropertyList named = properties == null ? getResources().getProperties(tag) : null;
      super.beginMarkedContentSequence(tag, named == null ? properties : named.getCOSObject());
    }
  }
}
