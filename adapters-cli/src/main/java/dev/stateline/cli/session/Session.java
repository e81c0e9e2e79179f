package dev.stateline.cli.session;

import dev.stateline.application.workspace.ConfigurationView;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.application.workspace.WorkspaceDoor;
import dev.stateline.application.workspace.WorkspaceOptions.Measurement;
import dev.stateline.cli.terminal.Console;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.DatabaseStatus;
import dev.stateline.domain.spi.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a command is given beside its own options. */
public record Session(
    Console console, WorkspaceDoor door, Interrupts interrupts, GlobalOptions options) {

  public Workspace openForReading() {
    Workspace workspace = openForDiagnosis();
    noteBrokenPlugIns();
    return workspace;
  }

  /** As {@link #openForReading}; it is measured what the work takes. */
  public Workspace openForMeasuring() {
    return open(AccessMode.READ_ONLY, Measurement.ON);
  }

  /** For changing what is there: where no database is, none is made. */
  public Workspace openForWriting() {
    return openForWriting(Measurement.OFF);
  }

  /** As {@link #openForWriting()}; perhaps it is measured what the work takes. */
  public Workspace openForWriting(Measurement measurement) {
    return open(AccessMode.READ_WRITE_EXISTING, measurement);
  }

  /** For what begins something: a database is made where none is. */
  public Workspace openOrCreate() {
    return openOrCreate(Measurement.OFF);
  }

  /** As {@link #openOrCreate()}; perhaps it is measured what the work takes. */
  public Workspace openOrCreate(Measurement measurement) {
    return open(AccessMode.READ_WRITE, measurement);
  }

  private Workspace open(AccessMode mode, Measurement measurement) {
    Workspace workspace = door.open(options.workspace().with(measurement), mode);
    noteBrokenPlugIns();
    return workspace;
  }

  /** As {@link #openForReading}, where broken plug-ins are told in another way. */
  public Workspace openForDiagnosis() {
    return door.open(options.workspace(), AccessMode.READ_ONLY);
  }

  /** Says what on the class path cannot be used; it blocks nobody who does not need it. */
  public void noteBrokenPlugIns() {
    door.brokenPlugIns().forEach(problem -> console.note("stateline: not used: " + problem));
  }

  /** Opens another database: that of a configuration file, or a SQLite database by its path. */
  public Workspace open(Path other, AccessMode mode) {
    return door.open(options.workspace(other), mode);
  }

  public Optional<DatabaseStatus> databaseStatus() {
    return door.databaseStatus(options.workspace());
  }

  /** What can be said of where the database lies, without opening it. */
  public List<Finding> diagnose() {
    return door.diagnose(options.workspace());
  }

  public ConfigurationView configuration() {
    return door.configuration(options.workspace());
  }

  /** What is configured for another database, as {@link #open} takes it. */
  public ConfigurationView configuration(Path other) {
    return door.configuration(options.workspace(other));
  }

  /** A command to try next, with the options that lead to the same database. */
  public String proposal(String command) {
    return "stateline " + command + options.repeated();
  }
}
