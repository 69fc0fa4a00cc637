package org.coverscape.app.model;

/** Tells the user something in the window, without stopping them. Used on the screen's thread. */
public interface Notices {
  /** Says what went well. */
  void say(String sentence);

  /** Says what went wrong, and what to do. */
  void warn(String sentence);

  /** Says something and offers what may be done about it. */
  void offer(String sentence, String action, Runnable act);

  /** Says no more what is not true any more, where it is still said. */
  void withdraw(String sentence);
}
