package org.coverscape.service.image;

/** An image that cannot be used. The message is one plain sentence for a person. */
public final class ImageFault extends Exception {
  private static final long serialVersionUID = 1L;

  /** A fault with its sentence. */
  public ImageFault(String message) {
    super(message);
  }

  /** A fault with its sentence and its cause. */
  public ImageFault(String message, Throwable cause) {
    super(message, cause);
  }

  static ImageFault damaged(String format, Throwable cause) {
    return new ImageFault(
        "The image is a damaged " + format + " file; send the whole file again.", cause);
  }

  static ImageFault damaged(String format) {
    return new ImageFault("The image is a damaged " + format + " file; send the whole file again.");
  }
}
