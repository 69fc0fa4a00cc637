package org.coverscape.engine.inference.directory;

/** Says a sentence once, until it changes or the trouble is over. For one thread. */
final class Once {
  private String said = "";

  void say(DirectoryListener listener, String sentence) {
    if (!sentence.equals(said)) {
      said = sentence;
      listener.trouble(sentence);
    }
  }

  /** The trouble is over: the next one is said again. */
  void over() {
    said = "";
  }
}
