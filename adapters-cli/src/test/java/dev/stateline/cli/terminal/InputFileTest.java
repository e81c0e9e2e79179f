package dev.stateline.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.error.InvalidInputException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {

  @TempDir private Path folder;

  private static void assertRefused(Path file, String message) {
    assertThatThrownBy(() -> InputFile.read(file, 10))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }

  @Test
  void a_file_is_read_whole_up_to_the_limit_and_through_a_link() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "0123456789");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    assertThat(InputFile.read(link, 10)).asString().isEqualTo("0123456789");
    Files.writeString(file, "0123456789a");
    assertRefused(file, "file " + file + " has more than 10 bytes; leave out what is not needed");
  }

  @Test
  void a_huge_file_is_refused() throws IOException {
    Path file = folder.resolve("huge");
    try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
      huge.setLength(1L << 40);
    }
    assertRefused(file, "file " + file + " has more than 10 bytes; leave out what is not needed");
  }

  @Test
  void a_pipe_that_nobody_writes_to_is_refused_and_not_waited_for() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    String refusal = " is a pipe or a device, not a file; write what comes from it to a file first";

    assertRefused(pipe, pipe + refusal);
    assertRefused(
        Files.createSymbolicLink(folder.resolve("link"), pipe), folder.resolve("link") + refusal);
    assertRefused(Path.of("/dev/zero"), "/dev/zero" + refusal);
    assertRefused(Path.of("/dev/null"), "/dev/null" + refusal);
  }

  @Test
  void what_is_no_file_is_named() {
    assertRefused(folder, folder + " is a folder, not a file; name a file in it");
    Path none = folder.resolve("none");
    assertRefused(none, "there is no file " + none + "; check the path");
    Path below = Path.of("/dev/null/x");
    assertRefused(below, "file /dev/null/x cannot be read: Not a directory");
  }

  @Test
  void an_empty_path_is_refused_before_it_means_the_folder_here() {
    assertThatThrownBy(() -> InputFile.path(""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("'' names no file or folder; write its path");
  }
}
