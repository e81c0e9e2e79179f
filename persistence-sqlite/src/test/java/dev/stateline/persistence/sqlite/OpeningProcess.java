package dev.stateline.persistence.sqlite;

import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.PersistenceSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Another process that opens a database, which loads SQLite's library first. */
final class OpeningProcess {

  private OpeningProcess() {}

  /** What it is refused with, its code first; {@code opened} if it is not. */
  static String run(Path file, String option) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                option,
                "-cp",
                System.getProperty("java.class.path"),
                OpeningProcess.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  public static void main(String[] arguments) {
    try {
      new SqlitePersistenceProvider()
          .open(
              PersistenceSettings.at(Map.of("path", arguments[0]), AccessMode.READ_ONLY)
                  .poolSize(1)
                  .build())
          .close();
      System.out.println("opened");
    } catch (StatelineException e) {
      System.out.println(e.code() + " " + e.getMessage());
    }
  }
}
