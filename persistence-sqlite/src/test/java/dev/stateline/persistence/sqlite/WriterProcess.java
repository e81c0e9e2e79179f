package dev.stateline.persistence.sqlite;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Another process that holds a simulation open for writing until it is killed or its input ends.
 */
final class WriterProcess {

  private static final String READY = "ready";

  private final Process process;

  private WriterProcess(Process process) {
    this.process = process;
  }

  /** Returns when the process is the writer. */
  static WriterProcess start(Path file, String simulation) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WriterProcess.class.getName(),
                file.toString(),
                simulation)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); !READY.equals(line); line = out.readLine()) {
      if (line == null) {
        throw new IllegalStateException("the writer process ended before it was the writer");
      }
    }
    return new WriterProcess(process);
  }

  /** Ends it as kill -9 does, and returns when it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  public static void main(String[] arguments) throws IOException {
    try (Persistence persistence =
            SqliteFixture.open(Path.of(arguments[0]), AccessMode.READ_WRITE);
        WriterSession session =
            persistence
                .writers()
                .open(
                    persistence
                        .simulations()
                        .find(new SimulationName(arguments[1]))
                        .orElseThrow()
                        .id(),
                    new WriterIdentity("the other process"),
                    TakeOver.REFUSE)) {
      System.out.println(READY);
      int ended = System.in.read();
      System.out.println(session.epoch() + " " + ended);
    }
  }
}
