package org.coverscape.engine.definition;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.coverscape.engine.classifier.ClassifierHead;
import org.coverscape.engine.classifier.HeadFile;

/**
 * A {@link ServiceDefinition} as a file: a zip with {@value #DEFINITION}, in the form that Project
 * Brainwave's SDK gave it, and the classifier head as {@value #HEAD}. Nothing in it is ever
 * unpacked to the disk, and nothing is read that the definition does not need.
 */
public final class DefinitionFile {
  static final String DEFINITION = "service_def.json";
  static final String HEAD = "head.json";
  private static final int MOST_ENTRIES = 1000;
  private static final int LARGEST_DEFINITION = 1 << 20;
  private static final int LARGEST_HEAD = 64 << 20;

  private DefinitionFile() {}

  /**
   * Reads a definition.
   *
   * @throws IOException with one sentence when the file cannot be read
   * @throws IllegalArgumentException with one sentence when it holds no definition that can be used
   */
  public static ServiceDefinition read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(
          file.toString(), null, "this service definition is not there; name a .zip file.");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      checkEntries(zip);
      Pipeline pipeline = Pipeline.parse(content(zip, DEFINITION, LARGEST_DEFINITION));
      return pipeline.definition(name -> HeadFile.parse(content(zip, name, LARGEST_HEAD)));
    } catch (ZipException | EOFException e) {
      throw new IllegalArgumentException(
          file + " is no service definition. It is not a sound zip file. Name another file.", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + " cannot be used as a service definition. " + e.getMessage(), e);
    }
  }

  private static void checkEntries(ZipFile zip) {
    if (zip.size() > MOST_ENTRIES) {
      throw new IllegalArgumentException("It holds more than " + MOST_ENTRIES + " files.");
    }
    Set<String> names = new HashSet<>();
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      String name = entries.nextElement().getName();
      checkName(name);
      if (!names.add(name)) {
        throw new IllegalArgumentException("It holds the file " + name + " twice.");
      }
    }
  }

  private static void checkName(String name) {
    boolean outside =
        name.startsWith("/")
            || name.contains("\\")
            || name.matches("(.*/)?\\.\\.(/.*)?|[A-Za-z]:.*");
    if (outside) {
      throw new IllegalArgumentException(
          "It names the file " + name + ", which lies outside of it; make it anew.");
    }
  }

  /** What a file in it holds, counted as it is unpacked: what a zip says of sizes may be untrue. */
  private static byte[] content(ZipFile zip, String name, int largest) throws IOException {
    checkName(name);
    ZipEntry entry = zip.getEntry(name);
    if (entry == null || entry.isDirectory()) {
      throw new IllegalArgumentException("There is no " + name + " in it.");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] content = in.readNBytes(largest + 1);
      if (content.length > largest) {
        throw new IllegalArgumentException("Its " + name + " is too large.");
      }
      return content;
    }
  }

  /** Writes a definition; a file that is there is replaced, once the new one is whole. */
  public static void write(ServiceDefinition definition, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path part = Files.createTempFile(folder, ".definition", ".part");
    try {
      try (OutputStream out = Files.newOutputStream(part);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        put(zip, DEFINITION, Pipeline.format(definition));
        if (definition.head().isPresent()) {
          ClassifierHead head = definition.head().get();
          put(zip, HEAD, HeadFile.format(head));
        }
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** An entry without a time, so that the same definition is the same file. */
  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
