package dev.stateline.bootstrap.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A {@link CommandServer} that runs. Pages use it one after the other: its working directory is the
 * folder of each, which is emptied between them. The caller closes it.
 */
final class CommandProcess implements AutoCloseable {

  private final Path folder;
  private final Path calls;
  private final Process process;
  private final String port;

  /**
   * @param place an empty folder
   * @param databasePort where the PostgreSQL server listens
   */
  CommandProcess(Path place, String databasePort) throws IOException {
    this.folder = Files.createDirectory(place.resolve("page"));
    this.calls = Files.createDirectory(place.resolve("calls"));
    ProcessBuilder builder =
        new ProcessBuilder(
            PageFolder.JAVA,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            CommandServer.class.getName());
    builder.environment().put("PAGE_SERVER_PORT", databasePort);
    builder.redirectError(calls.resolve("server.err").toFile());
    this.process = builder.directory(folder.toFile()).start();
    this.port = process.inputReader().readLine();
  }

  Path folder() {
    return folder;
  }

  Path calls() {
    return calls;
  }

  String port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
