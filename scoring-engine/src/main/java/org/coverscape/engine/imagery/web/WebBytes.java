package org.coverscape.engine.imagery.web;

import java.io.IOException;
import java.util.List;
import org.coverscape.engine.imagery.bytes.ByteRange;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.web.WebFacts;

/** The bytes of a file on the web, as one reader takes them. Not thread-safe. */
final class WebBytes implements ByteSource {
  private final WebFile file;
  private boolean open;

  /** Nothing is asked of the host before the first read. */
  WebBytes(WebFile file) {
    this.file = file;
  }

  private WebFile file() {
    if (!open) {
      file.enter();
      open = true;
    }
    return file;
  }

  @Override
  public long length() throws IOException {
    return file().facts().length();
  }

  @Override
  public String fingerprint() throws IOException {
    WebFacts facts = file().facts();
    String version = facts.tag().isEmpty() ? facts.modified() : facts.tag();
    return facts.length() + "-" + version.replace("\"", "");
  }

  @Override
  public void read(long position, byte[] target, int offset, int count) throws IOException {
    file().read(position, target, offset, count);
  }

  @Override
  public void expect(List<ByteRange> ranges) throws IOException {
    file().expect(ranges);
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      file.leave();
    }
  }
}
