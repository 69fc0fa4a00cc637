package org.coverscape.engine.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** A set of image ids as text: a JSON array, since file names may hold any character. */
final class ImagerySets {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ImagerySets() {}

  static String write(List<String> ids) {
    try {
      return JSON.writeValueAsString(ids);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list of strings is always JSON", e);
    }
  }

  static List<String> read(String text) {
    try {
      return List.of(JSON.readValue(text, String[].class));
    } catch (JsonProcessingException e) {
      throw new JournalException("The job's journal is damaged; begin the job anew.", e);
    }
  }
}
