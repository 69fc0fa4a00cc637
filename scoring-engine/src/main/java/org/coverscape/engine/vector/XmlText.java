package org.coverscape.engine.vector;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes XML by its byte order mark or its declaration (XML 1.0, appendix F). The JDK's parser
 * could do that too, but prints to standard error when a byte is wrong.
 */
final class XmlText {
  private static final int LOOK = 256;
  private static final Pattern DECLARED = Pattern.compile("encoding\\s*=\\s*[\"']([^\"']+)[\"']");

  private XmlText() {}

  static Reader reader(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in);
    buffered.mark(LOOK);
    byte[] start = buffered.readNBytes(LOOK);
    buffered.reset();
    String latin = new String(start, StandardCharsets.ISO_8859_1);
    if (latin.startsWith("\u00FE\u00FF") || latin.startsWith("\u00FF\u00FE")) {
      return new InputStreamReader(buffered, StandardCharsets.UTF_16);
    }
    if (latin.startsWith("\u00EF\u00BB\u00BF")) {
      buffered.skipNBytes(3);
      return new InputStreamReader(buffered, StandardCharsets.UTF_8);
    }
    return new InputStreamReader(buffered, declared(latin));
  }

  private static Charset declared(String start) {
    Matcher matcher = DECLARED.matcher(start);
    try {
      return matcher.find() ? Charset.forName(matcher.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
