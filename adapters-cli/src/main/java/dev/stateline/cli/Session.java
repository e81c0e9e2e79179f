package dev.stateline.cli;

import dev.stateline.cli.terminal.Console;
import dev.stateline.cli.workspace.ConfigurationView;
import dev.stateline.cli.workspace.Workspace;
import dev.stateline.cli.workspace.WorkspaceDoor;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.DatabaseStatus;
import java.nio.file.Path;
import java.util.Optional;

/** What a command needs beside its own options. */
record Session(Console console, WorkspaceDoor door, Interrupts interrupts, GlobalOptions options) {

  Workspace openForReading() {
    return door.open(options.workspace(), AccessMode.READ_ONLY);
  }

  Workspace openForWriting() {
    return door.open(options.workspace(), AccessMode.READ_WRITE);
  }

  /** Opens the database of another configuration file than the one in force. */
  Workspace open(Path configuration, AccessMode mode) {
    return door.open(options.workspace(configuration), mode);
  }

  Optional<DatabaseStatus> databaseStatus() {
    return door.databaseStatus(options.workspace());
  }

  ConfigurationView configuration() {
    return door.configuration(options.workspace());
  }

  /** What another configuration file than the one in force says. */
  ConfigurationView configuration(Path file) {
    return door.configuration(options.workspace(file));
  }

  /** A command to try next, with the options that lead to the same database. */
  String proposal(String command) {
    return "stateline " + command + options.repeated();
  }
}
