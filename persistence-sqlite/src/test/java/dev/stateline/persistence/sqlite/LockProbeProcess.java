package dev.stateline.persistence.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Another process that asks whether somebody holds the lock by which SQLite shows that a database
 * is open: the shared bytes of https://www.sqlite.org/fileformat2.html, section 1.6 (the lock-byte
 * page).
 */
final class LockProbeProcess {

  private static final long SHARED_FIRST = 0x4000_0002L;
  private static final long SHARED_SIZE = 510;

  private LockProbeProcess() {}

  /** {@code held} or {@code free}. */
  static String run(Path file) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LockProbeProcess.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  public static void main(String[] arguments) throws IOException {
    try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock(SHARED_FIRST, SHARED_SIZE, false)) {
      System.out.println(lock == null ? "held" : "free");
    }
  }
}
