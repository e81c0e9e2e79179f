package dev.stateline.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.stateline.cli.workspace.WorkspaceOptions.Diagnostics;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;

/** How much is logged: nobody who does not ask reads more than errors and our warnings. */
final class Logging {

  private Logging() {}

  static void apply(Diagnostics diagnostics) {
    boolean detailed = diagnostics == Diagnostics.DETAILED;
    // What libraries warn of comes to the person as an error of ours, once and in its words.
    level(org.slf4j.Logger.ROOT_LOGGER_NAME, detailed ? Level.INFO : Level.ERROR);
    level("dev.stateline", detailed ? Level.DEBUG : Level.WARN);
    // Some libraries log past SLF4J.
    LogManager.getLogManager()
        .getLogger("")
        .setLevel(detailed ? java.util.logging.Level.INFO : java.util.logging.Level.WARNING);
  }

  static boolean isDetailed() {
    return LoggerFactory.getLogger("dev.stateline").isDebugEnabled();
  }

  private static void level(String name, Level level) {
    ((Logger) LoggerFactory.getLogger(name)).setLevel(level);
  }
}
