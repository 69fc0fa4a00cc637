package org.coverscape.cli;

import org.coverscape.engine.imagery.ImageLocation;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes a word of the command line as a file, a folder or an address of the web. */
final class LocationConverter implements ITypeConverter<ImageLocation> {
  @Override
  public ImageLocation convert(String word) {
    try {
      return ImageLocation.parse(word);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          word.contains("://") && e.getMessage() != null && e.getMessage().contains(";")
              ? e.getMessage()
              : "'" + word + "' is neither a path nor an address");
    }
  }
}
