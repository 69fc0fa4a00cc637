package org.coverscape.engine.assessment;

import java.util.List;
import java.util.Locale;

/**
 * A page of words and tables in one file, light or dark as its reader likes it, without scripts and
 * without anything from elsewhere. Not thread-safe.
 */
public final class HtmlPage {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>%1$s</title>
      <style>
      :root { --ink: #1d2126; --paper: #ffffff; --line: #d5d9de; --soft: #5f6873; --agree: 47, 125, 82; --part: 196, 84, 60; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #e6e8eb; --paper: #17191c; --line: #3a3f46; --soft: #9aa3ad; --agree: 84, 178, 125; --part: 226, 122, 98; }
      }
      body { font: 14px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 92em; margin: 2em auto; padding: 0 1.5em; }
      h1 { font-size: 1.6em; margin: 0 0 .2em; } h2 { font-size: 1.15em; margin: 2em 0 .5em; }
      p { max-width: 50em; margin: .5em 0; } .soft { color: var(--soft); }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
      th, td { padding: .3em .55em; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
      th { font-weight: 600; } th:first-child, td:first-child, .left { text-align: left; }
      .swatch { display: inline-block; width: .8em; height: .8em; margin-right: .45em; border: 1px solid var(--line); border-radius: 2px; }
      .figures { display: flex; flex-wrap: wrap; gap: 1em 2.5em; margin: 1.2em 0; }
      .figures b { display: block; font-size: 1.7em; line-height: 1.2; }
      </style>
      </head>
      <body>
      <h1>%1$s</h1>
      """;

  /** A cell of a table: words that are safe to show, and how they look. */
  public record Cell(String html, String attributes) {
    /** Plain words. */
    public static Cell of(String text) {
      return new Cell(escape(text), "");
    }

    /** Words that begin on the left. */
    public static Cell left(String text) {
      return new Cell(escape(text), " class=\"left\"");
    }

    /** A name with its colour, 0xRRGGBB, before it. */
    public static Cell swatch(String text, int rgb) {
      String box =
          String.format(
              Locale.ROOT, "<span class=\"swatch\" style=\"background:#%06x\"></span>", rgb);
      return new Cell(box + escape(text), "");
    }

    /** A number on a ground as strong as its share, 0 to 1, of agreement or of parting. */
    public static Cell shaded(String text, double share, boolean agrees) {
      return new Cell(
          escape(text),
          String.format(
              Locale.ROOT,
              " style=\"background:rgba(var(--%s),%.2f)\"",
              agrees ? "agree" : "part",
              Math.min(1, share) * 0.7));
    }
  }

  private final StringBuilder html = new StringBuilder();

  /** A page with a title. */
  public HtmlPage(String title) {
    html.append(HEAD.formatted(escape(title)));
  }

  /** Adds a heading. */
  public HtmlPage heading(String text) {
    html.append("<h2>").append(escape(text)).append("</h2>\n");
    return this;
  }

  /** Adds a paragraph. */
  public HtmlPage paragraph(String text) {
    html.append("<p>").append(escape(text)).append("</p>\n");
    return this;
  }

  /** Adds a paragraph of less weight. */
  public HtmlPage remark(String text) {
    html.append("<p class=\"soft\">").append(escape(text)).append("</p>\n");
    return this;
  }

  /**
   * Adds large figures side by side.
   *
   * @param figures value and name of each, in turn
   */
  public HtmlPage figures(String... figures) {
    html.append("<div class=\"figures\">");
    for (int i = 0; i < figures.length; i += 2) {
      html.append("<div><b>").append(escape(figures[i])).append("</b><span class=\"soft\">");
      html.append(escape(figures[i + 1])).append("</span></div>");
    }
    html.append("</div>\n");
    return this;
  }

  /** Adds a table; the first row is its head. */
  public HtmlPage table(List<List<Cell>> rows) {
    html.append("<div class=\"scroll\"><table>\n");
    for (int i = 0; i < rows.size(); i++) {
      String tag = i == 0 ? "th" : "td";
      html.append("<tr>");
      for (Cell cell : rows.get(i)) {
        html.append('<').append(tag).append(cell.attributes()).append('>');
        html.append(cell.html()).append("</").append(tag).append('>');
      }
      html.append("</tr>\n");
    }
    html.append("</table></div>\n");
    return this;
  }

  /** The whole page. */
  public String text() {
    return html + "</body>\n</html>\n";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
