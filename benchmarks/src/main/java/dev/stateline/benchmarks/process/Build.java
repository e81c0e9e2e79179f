package dev.stateline.benchmarks.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A build of the program, with a folder to work in that is its home too.
 *
 * @param name what its column is called
 * @param launcher the script that starts it
 * @param hasArchive whether it may use a class archive, if it knows such a thing
 */
record Build(String name, Path launcher, boolean hasArchive, Path folder) {

  private static final String ARCHIVE_SWITCH = "STATELINE_CLASS_ARCHIVE";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /**
   * @param home the folder of a checkout, or of an unpacked distribution
   */
  static Path launcher(Path home) {
    return List.of(home.resolve("stateline"), home.resolve("bin/stateline")).stream()
        .filter(Files::isRegularFile)
        .findFirst()
        .map(Path::toAbsolutePath)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no stateline in "
                        + home
                        + "; name the folder of a checkout or of an unpacked distribution"));
  }

  /**
   * Runs a command to its end.
   *
   * @return the milliseconds that it took
   */
  double run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(key -> key.startsWith("STATELINE_"));
    environment.put("HOME", folder.toString());
    environment.put("XDG_CACHE_HOME", cache().toString());
    if (!hasArchive) {
      environment.put(ARCHIVE_SWITCH, "off");
    }
    long start = System.nanoTime();
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    byte[] said = process.getInputStream().readAllBytes();
    int code = process.waitFor();
    double millis = (System.nanoTime() - start) / 1e6;
    if (code != 0) {
      throw new IllegalStateException(
          command + " ended with " + code + ": " + new String(said, StandardCharsets.UTF_8));
    }
    return millis;
  }

  /** Its class archive is made out of sight of the first command. Waits until it is there. */
  void awaitArchive() throws IOException, InterruptedException {
    if (!hasArchive || !Files.readString(launcher).contains(ARCHIVE_SWITCH)) {
      return;
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isArchiveThere()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            launcher + " makes no class archive in " + PATIENCE.toMinutes() + " minutes");
      }
      Thread.sleep(50);
    }
  }

  private boolean isArchiveThere() throws IOException {
    Path place = cache().resolve("stateline");
    if (!Files.isDirectory(place)) {
      return false;
    }
    try (DirectoryStream<Path> archives = Files.newDirectoryStream(place, "*.{jsa,aot}")) {
      return archives.iterator().hasNext();
    }
  }

  private Path cache() {
    return folder.resolve("cache");
  }
}
