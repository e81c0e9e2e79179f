package dev.stateline.cli.terminal;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reads files that people give. Opening a pipe would wait for its writer, and a device may never
 * end: both are refused before they are opened.
 */
public final class InputFile {

  private InputFile() {}

  /**
   * The path that a person wrote.
   *
   * @throws InvalidInputException if it is empty, or this system's locale has no such path
   */
  public static Path path(String text) {
    if (text.isEmpty()) {
      throw new InvalidInputException("'' names no file or folder; write its path");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new InvalidInputException(
          ErrorCode.INVALID_VALUE,
          "'"
              + text
              + "' is no path in the locale of this terminal; set it to UTF-8 (LC_ALL=C.UTF-8) and"
              + " type it again",
          e);
    }
  }

  /**
   * @param most the size of the largest file that is read, in bytes
   * @throws InvalidInputException if it is no regular file, is larger, or cannot be read; the
   *     message names the file
   */
  public static byte[] read(Path file, int most) {
    try {
      requireRegular(file, Files.readAttributes(file, BasicFileAttributes.class));
      try (InputStream in = Files.newInputStream(file)) {
        // What grows meanwhile, or tells no size, ends here too.
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
          throw new InvalidInputException(
              "file " + file + " has more than " + most + " bytes; leave out what is not needed");
        }
        return bytes;
      }
    } catch (NoSuchFileException e) {
      throw refused("there is no file " + file + "; check the path", e);
    } catch (AccessDeniedException e) {
      throw refused("file " + file + " may not be read; check its permissions", e);
    } catch (IOException e) {
      String told = e instanceof FileSystemException known ? known.getReason() : e.getMessage();
      String reason = told == null ? e.getClass().getSimpleName() : told;
      throw refused("file " + file + " cannot be read: " + reason, e);
    }
  }

  private static void requireRegular(Path file, BasicFileAttributes attributes) {
    if (attributes.isDirectory()) {
      throw new InvalidInputException(file + " is a folder, not a file; name a file in it");
    }
    if (!attributes.isRegularFile()) {
      throw new InvalidInputException(
          file + " is a pipe or a device, not a file; write what comes from it to a file first");
    }
  }

  private static InvalidInputException refused(String message, IOException cause) {
    return new InvalidInputException(ErrorCode.INVALID_VALUE, message, cause);
  }
}
