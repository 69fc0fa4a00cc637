package org.coverscape.app.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.coverscape.engine.store.StoreException;
import org.junit.jupiter.api.Test;

class SentenceTest {
  @Test
  void theEnginesSentencesPass() {
    assertEquals("Save it elsewhere.", Sentence.of(new StoreException("Save it elsewhere.")));
    assertEquals(
        "Save it elsewhere.",
        Sentence.of(
            new ExecutionException(
                new CompletionException(new StoreException("Save it elsewhere.")))));
    assertFalse(Sentence.isOwnFault(new ExecutionException(new IOException("Full."))));
  }

  @Test
  void optionsOfTheCommandLineBecomeChoicesOfTheWindow() {
    assertEquals(
        "Whole chips only; set Cells to 224 m.",
        Sentence.inWords("Whole chips only; use --cells chip."));
    assertEquals(
        "Only so; set Cells to 224 m.",
        Sentence.of(new StoreException("Only so; use --cells chip.")));
  }

  @Test
  void aWrappedFaultOfAFileIsAsGoodAsABareOne() {
    assertEquals(
        "The disk is full.",
        Sentence.of(new UncheckedIOException(new IOException("The disk is full."))));
    assertEquals(
        "/a/b could not be read or written; check that it is there and allowed.",
        Sentence.of(new UncheckedIOException(new AccessDeniedException("/a/b"))));
  }

  @Test
  void aBarePathIsNoSentence() {
    assertEquals(
        "/a/b could not be read or written; check that it is there and allowed.",
        Sentence.of(new FileSystemException("/a/b")));
  }

  @Test
  void faultsOfTheProgramItselfAskForAReport() {
    String sentence = Sentence.of(new NullPointerException("x.y is null"));
    assertTrue(sentence.contains("report it"), sentence);
    assertFalse(sentence.contains("x.y"), sentence);
    assertTrue(Sentence.isOwnFault(new IllegalStateException()));
    assertTrue(Sentence.of(new IOException()).contains("report it"));
  }

  @Test
  void memoryHasItsOwnAdvice() {
    assertTrue(Sentence.of(new OutOfMemoryError("heap")).contains("smaller region"));
  }
}
