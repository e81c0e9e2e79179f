package dev.stateline.cli.admin;

import dev.stateline.cli.output.HumanNumber;
import dev.stateline.domain.spi.Finding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Free space and latency of the disk that holds a database's file. */
final class DiskCheck {

  private static final int WRITES = 20;
  private static final int BLOCK = 4096;
  private static final long LITTLE_SPACE = 1_000_000_000L;

  private final Path folder;

  DiskCheck(Path databaseFile) {
    Path file = databaseFile.toAbsolutePath().normalize();
    this.folder = file.getParent() == null ? file : file.getParent();
  }

  List<Finding> findings() {
    if (!Files.isDirectory(folder)) {
      return List.of(Finding.problem("folder", folder + " is not there; create it"));
    }
    return List.of(freeSpace(), syncLatency());
  }

  private Finding freeSpace() {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      String detail = HumanNumber.bytes(free) + " free in " + folder;
      return free < LITTLE_SPACE
          ? Finding.warning("disk space", detail + "; make room before a long run")
          : Finding.ok("disk space", detail);
    } catch (IOException e) {
      return Finding.warning("disk space", "cannot be told: " + e);
    }
  }

  /** The latency of a forced write: the median of several, since a single slow one says little. */
  private Finding syncLatency() {
    try {
      long[] nanos = measure();
      Arrays.sort(nanos);
      return Finding.ok(
          "fsync",
          String.format(
              Locale.ROOT,
              "%.2f ms to write %d bytes and force them to the disk (median of %d): no durable turn"
                  + " is quicker",
              nanos[WRITES / 2] / 1e6,
              BLOCK,
              WRITES));
    } catch (IOException e) {
      return Finding.problem("fsync", "cannot write into " + folder + ": " + e);
    }
  }

  private long[] measure() throws IOException {
    long[] nanos = new long[WRITES];
    Path file = Files.createTempFile(folder, ".stateline-doctor", ".tmp");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
      for (int i = 0; i < WRITES; i++) {
        long begin = System.nanoTime();
        channel.write(ByteBuffer.allocate(BLOCK));
        channel.force(true);
        nanos[i] = System.nanoTime() - begin;
      }
    }
    return nanos;
  }
}
