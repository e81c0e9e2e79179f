package dev.stateline.cli.run;

import dev.stateline.application.workspace.Metrics;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.application.workspace.WorkspaceOptions.Measurement;
import dev.stateline.cli.session.UsageException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.IntSupplier;
import picocli.CommandLine.Option;

/** The option {@code --metrics} of commands that run something. */
final class MetricsOption {

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description = "When it ends, write what was measured to this file, as Prometheus reads it.")
  private Optional<Path> file;

  /**
   * Whether the workspace has to measure.
   *
   * @throws UsageException if the file cannot be written for want of a folder
   */
  Measurement measurement() {
    file.map(Path::toAbsolutePath)
        .filter(path -> Files.isDirectory(path) || !Files.isDirectory(path.getParent()))
        .ifPresent(
            path -> {
              throw new UsageException(
                  "--metrics wants a file in a folder that is there, not " + file.get());
            });
    return file.isPresent() ? Measurement.ON : Measurement.OFF;
  }

  /**
   * Runs something, and writes the file when it has ended, however it ended.
   *
   * @return what the run returns
   */
  int of(Workspace workspace, IntSupplier run) {
    int exitCode;
    try {
      exitCode = run.getAsInt();
    } catch (RuntimeException | Error e) {
      try {
        write(workspace);
      } catch (InvalidInputException unwritten) {
        e.addSuppressed(unwritten);
      }
      throw e;
    }
    write(workspace);
    return exitCode;
  }

  private void write(Workspace workspace) {
    file.ifPresent(path -> write(path, workspace.metrics().map(Metrics::prometheus).orElseThrow()));
  }

  /** Whole or not at all: Prometheus may read it at any time. */
  private static void write(Path path, String text) {
    Path part = path.resolveSibling(path.getFileName() + ".part");
    try {
      Files.writeString(part, text);
      Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new InvalidInputException(
          ErrorCode.INVALID_VALUE,
          "the metrics file "
              + path
              + " cannot be written ("
              + e.getMessage()
              + "); turns are safe",
          e);
    }
  }
}
