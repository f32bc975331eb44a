package taizhang.prose.input;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import taizhang.prose.input.InputRefusedException.Reason;

/**
 * The text of a .docx: the paragraphs of {@code word/document.xml} as lines. Read with the JDK's
 * zip and StAX, which start faster than an office library; no entity is resolved, and what unpacks
 * is counted.
 */
final class Docx {

  private static final int MOST_ENTRIES = 4096;
  private static final long MOST_UNPACKED = 128L << 20;
  private static final int MOST_CHARACTERS = 24 << 20;

  private Docx() {}

  static String text(String name, byte[] bytes) throws InputRefusedException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      Counted counted = new Counted(zip);
      int entries = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MOST_ENTRIES) {
          throw new InputRefusedException(Reason.ZIP_BOMB, name);
        }
        if (entry.getName().equals("word/document.xml")) {
          return paragraphs(counted);
        }
        counted.drain();
      }
    } catch (TooMuch e) {
      throw new InputRefusedException(Reason.ZIP_BOMB, name);
    } catch (IOException | XMLStreamException | IllegalArgumentException e) {
      throw refused(name, e);
    }
    throw new InputRefusedException(Reason.BROKEN_DOCX, name);
  }

  private static InputRefusedException refused(String name, Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof TooMuch) {
        return new InputRefusedException(Reason.ZIP_BOMB, name);
      }
    }
    boolean encrypted = String.valueOf(e.getMessage()).contains("encrypted");
    return new InputRefusedException(encrypted ? Reason.ENCRYPTED : Reason.BROKEN_DOCX, name);
  }

  private static String paragraphs(InputStream in) throws XMLStreamException, TooMuch {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(in);
    StringBuilder text = new StringBuilder();
    boolean run = false;
    int fallback = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        String element = xml.getLocalName();
        run = element.equals("t") && fallback == 0;
        fallback += element.equals("Fallback") ? 1 : 0;
        mark(text, element, fallback);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        run = false;
        fallback -= xml.getLocalName().equals("Fallback") ? 1 : 0;
        if (xml.getLocalName().equals("p") && fallback == 0) {
          text.append('\n');
        }
      } else if (run && event == XMLStreamConstants.CHARACTERS) {
        text.append(xml.getText());
        if (text.length() > MOST_CHARACTERS) {
          throw new TooMuch();
        }
      } else if (event == XMLStreamConstants.DTD) {
        throw new XMLStreamException("a document of Word has no DTD");
      }
    }
    return text.toString();
  }

  /**
   * Tabs and line breaks; the copy of a drawing for old readers (Fallback) would say its text
   * twice.
   */
  private static void mark(StringBuilder text, String element, int fallback) {
    if (fallback == 0 && element.equals("tab")) {
      text.append('\t');
    } else if (fallback == 0 && (element.equals("br") || element.equals("cr"))) {
      text.append('\n');
    }
  }

  /** More unpacked than a report can hold. */
  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** Counts what unpacks and stops at the limit. */
  private static final class Counted extends FilterInputStream {
    private long left = MOST_UNPACKED;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      return count(super.read(), 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      return count(read, read);
    }

    private int count(int result, int read) throws TooMuch {
      left -= Math.max(read, 0);
      if (left < 0) {
        throw new TooMuch();
      }
      return result;
    }

    void drain() throws IOException {
      byte[] buffer = new byte[1 << 16];
      while (read(buffer, 0, buffer.length) >= 0) {
        continue;
      }
    }

    @Override
    public void close() {
      // the zip is closed by who opened it
    }
  }
}
