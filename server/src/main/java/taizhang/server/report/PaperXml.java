package taizhang.server.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the body of a paper in WordprocessingML: paragraphs by the names of their styles. */
final class PaperXml {

  private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String R =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter xml;

  private PaperXml() throws XMLStreamException {
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
  }

  /** The document part of a composition. */
  static byte[] of(Composition report) {
    try {
      PaperXml paper = new PaperXml();
      paper.write(report);
      return paper.bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("the paper could not be written", e);
    }
  }

  /** Text that may stand in XML and in a template of one. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private void write(Composition report) throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.setPrefix("w", W);
    xml.setPrefix("r", R);
    xml.writeStartElement(W, "document");
    xml.writeNamespace("w", W);
    xml.writeNamespace("r", R);
    xml.writeStartElement(W, "body");
    Composition.Kind before = null;
    for (Composition.Line line : report.lines()) {
      if (opensBody(line.kind()) && (before == null || !opensBody(before))) {
        blank();
      }
      paragraph(line);
      before = line.kind();
    }
    section();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
  }

  /** One blank line parts the head of the paper from its text. */
  private static boolean opensBody(Composition.Kind kind) {
    return switch (kind) {
      case TITLE, SESSION, PRESENTER -> false;
      case SALUTATION, CHAPTER, SECTION, PARAGRAPH, SIGNATURE -> true;
    };
  }

  private void blank() throws XMLStreamException {
    xml.writeStartElement(W, "p");
    style("TzSalutation");
    xml.writeEndElement();
  }

  private void paragraph(Composition.Line line) throws XMLStreamException {
    xml.writeStartElement(W, "p");
    style(
        switch (line.kind()) {
          case TITLE -> "TzTitle";
          case SESSION, PRESENTER -> "TzSession";
          case SALUTATION -> "TzSalutation";
          case CHAPTER -> "TzChapter";
          case SECTION -> "TzSection";
          case PARAGRAPH -> "TzBody";
          case SIGNATURE -> "TzSignature";
        });
    for (Composition.Run run : line.runs()) {
      run(run.text(), run instanceof Composition.Text t && t.lead());
    }
    xml.writeEndElement();
  }

  private void style(String name) throws XMLStreamException {
    xml.writeStartElement(W, "pPr");
    value("pStyle", name);
    xml.writeEndElement();
  }

  private void run(String text, boolean lead) throws XMLStreamException {
    xml.writeStartElement(W, "r");
    if (lead) {
      xml.writeStartElement(W, "rPr");
      value("rStyle", "TzLead");
      xml.writeEndElement();
    }
    xml.writeStartElement(W, "t");
    xml.writeAttribute("xml", XML, "space", "preserve");
    xml.writeCharacters(text);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /**
   * Page geometry of GB/T 9704: A4, type area 156 × 225 mm, 22 lines of 28 characters. The 28 come
   * from the character spacing of the style Normal (16 pt − 0.25 pt): a grid of characters would
   * say the same, but LibreOffice lays such a grid out at 24 a line, and it spreads digits.
   */
  private void section() throws XMLStreamException {
    xml.writeStartElement(W, "sectPr");
    reference("headerReference", "default", "rIdHeader");
    reference("headerReference", "even", "rIdHeader");
    reference("footerReference", "default", "rIdFooterOdd");
    reference("footerReference", "even", "rIdFooterEven");
    attributes("pgSz", "w", "11906", "h", "16838");
    attributes(
        "pgMar", "top", "2098", "right", "1474", "bottom", "1984", "left", "1588", "header", "1134",
        "footer", "1307", "gutter", "0");
    attributes("docGrid", "type", "lines", "linePitch", "579");
    xml.writeEndElement();
  }

  private void reference(String element, String type, String id) throws XMLStreamException {
    xml.writeEmptyElement(W, element);
    xml.writeAttribute(W, "type", type);
    xml.writeAttribute(R, "id", id);
  }

  private void value(String element, String value) throws XMLStreamException {
    attributes(element, "val", value);
  }

  private void attributes(String element, String... pairs) throws XMLStreamException {
    xml.writeEmptyElement(W, element);
    for (int i = 0; i < pairs.length; i += 2) {
      xml.writeAttribute(W, pairs[i], pairs[i + 1]);
    }
  }
}
