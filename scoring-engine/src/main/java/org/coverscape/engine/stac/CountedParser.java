package org.coverscape.engine.stac;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Counts what it reads and stops at too much: a tree of objects of two characters would otherwise
 * take fifty times the memory of its text.
 */
final class CountedParser extends JsonParserDelegate {
  /** What a value costs beside its characters, in characters. */
  private static final int VALUE = 32;

  private final long most;
  private long count;

  /**
   * Counts over a parser.
   *
   * @param most characters and values
   */
  CountedParser(JsonParser parser, long most) {
    super(parser);
    this.most = most;
  }

  /** What was counted. */
  long count() {
    return count;
  }

  /** Goes on from another count. */
  void count(long from) {
    count = from;
  }

  @Override
  public @Nullable JsonToken nextToken() throws IOException {
    JsonToken token = super.nextToken();
    count += VALUE + (token == null || !token.isScalarValue() ? 0 : getTextLength());
    if (count > most) {
      throw new StreamConstraintsException("too many values");
    }
    return token;
  }
}
