package dev.stateline.bootstrap.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that people write by hand; a device or a pipe without an end is no such file. */
public final class SmallFile {

  /** The size of the largest file that is read, in bytes. */
  public static final int MAX_BYTES = 4 << 20;

  private SmallFile() {}

  /**
   * @throws IOException if it cannot be read, or has more than {@value #MAX_BYTES} bytes
   */
  public static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IOException("it has more than " + (MAX_BYTES >> 20) + " MiB");
      }
      return bytes;
    }
  }
}
