// Reports as lines of tab-separated fields → PDFs by iText.
import com.itextpdf.text.*;
import com.itextpdf.text.pdf.*;
import java.io.File;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Paths;

public class ITextTables {
  public static void main(String[] files) throws Exception {
    for (String file : files) {
      java.util.List<String> lines = Files.readAllLines(Paths.get(file));
      String[] report = lines.get(0).split("\t");
      try {
        print(report, lines.subList(1, lines.size()));
      } catch (Exception error) {
        System.err.println(file + ": " + error);
        new File(report[1]).delete();
      }
    }
  }

  static void print(String[] report, java.util.List<String> lines) throws Exception {
    String file = report[2] + (report[2].endsWith("ttc") ? "," + report[3] : "");
    BaseFont base = BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
    float size = Float.parseFloat(report[4]);
    boolean landscape = report[5].equals("True"), narrow = report[6].equals("True");
    Document document = new Document(landscape ? PageSize.A4.rotate() : PageSize.A4, 62, 62, 71, 71);
    PdfWriter.getInstance(document, new FileOutputStream(report[1]));
    document.open();
    PdfPTable table = null;
    for (String line : lines) {
      String[] fields = line.split("\t", -1);
      switch (fields[0]) {
        case "text": document.add(paragraph(fields[1], text(fields[2]), base)); break;
        case "break": document.newPage(); break;
        case "space":
          Paragraph gap = new Paragraph(" ", new Font(base, 1));
          gap.setSpacingAfter(Float.parseFloat(fields[1]));
          document.add(gap);
          break;
        case "table":
          float[] widths = new float[fields.length - 3];
          for (int i = 0; i < widths.length; i++) widths[i] = Float.parseFloat(fields[i + 3]);
          table = new PdfPTable(widths);
          table.setWidthPercentage(100);
          table.setSpacingBefore(4);
          table.setSpacingAfter(6);
          int header = Integer.parseInt(fields[1]);
          if (report[11].equals("True") && header > 0 && header < Integer.parseInt(fields[2])) table.setHeaderRows(header);
          table.setSplitLate(!report[10].equals("True"));
          break;
        case "cell":
          boolean number = fields[1].equals("number");
          PdfPCell cell = new PdfPCell(new Phrase(text(fields[4]), new Font(base, size)));
          cell.setColspan(Integer.parseInt(fields[2]));
          cell.setRowspan(Integer.parseInt(fields[3]));
          String across = number ? report[7] : fields[1].equals("label") || fields[1].equals("note") ? "left" : "center";
          cell.setHorizontalAlignment(across.equals("left") ? Element.ALIGN_LEFT : across.equals("center") ? Element.ALIGN_CENTER : Element.ALIGN_RIGHT);
          String down = number ? report[8] : "middle";
          cell.setVerticalAlignment(down.equals("top") ? Element.ALIGN_TOP : down.equals("middle") ? Element.ALIGN_MIDDLE : Element.ALIGN_BOTTOM);
          cell.setPadding(narrow ? 0.5f : 2.5f);
          cell.setPaddingBottom(3);
          cell.setBorderWidth(0.6f);
          if (report[9].equals("none")) cell.setBorder(Rectangle.NO_BORDER);
          if (report[9].equals("horizontal")) cell.setBorder(Rectangle.TOP | Rectangle.BOTTOM);
          if (report[9].equals("shaded") && (fields[1].equals("band") || fields[1].equals("header"))) cell.setBackgroundColor(new BaseColor(0xC5D9F1));
          table.addCell(cell);
          break;
        case "end":
          table.completeRow();
          document.add(table);
          break;
      }
    }
    document.close();
  }

  static Paragraph paragraph(String role, String text, BaseFont base) {
    float size = role.equals("title") ? 18 : role.equals("heading") ? 14 : 12;
    Paragraph paragraph = new Paragraph(text, new Font(base, size));
    paragraph.setLeading(size * 1.7f);
    paragraph.setAlignment(role.equals("title") ? Element.ALIGN_CENTER : role.equals("signature") ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
    if (role.equals("text")) paragraph.setFirstLineIndent(24);
    return paragraph;
  }

  static String text(String field) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < field.length(); i++) {
      char character = field.charAt(i);
      if (character == '\\' && i + 1 < field.length()) character = field.charAt(++i) == 'n' ? '\n' : '\\';
      result.append(character);
    }
    return result.toString();
  }
}
