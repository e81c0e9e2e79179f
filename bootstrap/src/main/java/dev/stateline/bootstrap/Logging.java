package dev.stateline.bootstrap;

import dev.stateline.application.workspace.WorkspaceOptions.Diagnostics;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much is logged: nobody who does not ask reads more than errors and our warnings. Levels are
 * set where logback is behind SLF4J; another logger keeps its own configuration.
 */
final class Logging {

  private static final String LOGBACK = "ch.qos.logback.classic.LoggerContext";

  private Logging() {}

  static void apply(Diagnostics diagnostics) {
    if (diagnostics == Diagnostics.AS_IT_IS) {
      return;
    }
    boolean detailed = diagnostics != Diagnostics.QUIET;
    if (LoggerFactory.getILoggerFactory().getClass().getName().equals(LOGBACK)) {
      LogbackLevels.set(detailed, diagnostics == Diagnostics.STATEMENTS);
    }
    // Some libraries log past SLF4J.
    Logger root = LogManager.getLogManager().getLogger("");
    if (root != null) {
      root.setLevel(detailed ? Level.INFO : Level.WARNING);
    }
  }

  static boolean isDetailed() {
    return LoggerFactory.getLogger("dev.stateline").isDebugEnabled();
  }
}
