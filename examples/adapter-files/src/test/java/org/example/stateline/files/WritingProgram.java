package org.example.stateline.files;

import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Another program: commits turns to a simulation of its own until it is killed. */
final class WritingProgram {

  private WritingProgram() {}

  static Process start(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            WritingProgram.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Prints each turn that is durable. */
  public static void main(String[] args) {
    Samples samples = new Samples();
    // Ids of their own: the test beside counts from the beginning.
    Stream.generate(samples::next).limit(1_000_000).forEach(id -> {});
    try (Persistence files = FilesFixture.open(Path.of(args[0]), AccessMode.READ_WRITE)) {
      SampleRun run = SampleRun.begin(samples, files, samples.simulation("other").build());
      while (true) {
        System.out.println(run.commit(1).head().turn());
      }
    }
  }
}
