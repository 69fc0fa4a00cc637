package org.coverscape.app.model;

import java.util.ArrayList;
import java.util.List;

/** Keeps what the user would be told. */
final class Said implements Notices {
  /** Something that was offered. */
  record Offer(String sentence, String action, Runnable act) {}

  final List<String> said = new ArrayList<>();
  final List<String> warned = new ArrayList<>();
  final List<Offer> offers = new ArrayList<>();
  final List<String> withdrawn = new ArrayList<>();

  @Override
  public void say(String sentence) {
    said.add(sentence);
  }

  @Override
  public void warn(String sentence) {
    warned.add(sentence);
  }

  @Override
  public void offer(String sentence, String action, Runnable act) {
    offers.add(new Offer(sentence, action, act));
  }

  @Override
  public void withdraw(String sentence) {
    withdrawn.add(sentence);
  }
}
