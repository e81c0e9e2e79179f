package dev.stateline.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** The levels of logback; loaded only where logback is what SLF4J logs with. */
final class LogbackLevels {

  private static final String MAPPERS = "dev.stateline.persistence.sql.internal";

  private LogbackLevels() {}

  static void set(boolean detailed, boolean statements) {
    // What libraries warn of comes to the person as an error of ours, once and in its words.
    level(org.slf4j.Logger.ROOT_LOGGER_NAME, detailed ? Level.INFO : Level.ERROR);
    level("dev.stateline", detailed ? Level.DEBUG : Level.WARN);
    // It logs each way to a library that it tries, and errors of its own before ours.
    level("org.sqlite.SQLiteJDBCLoader", detailed ? Level.INFO : Level.OFF);
    // MyBatis logs statements under the names of our mappers.
    level(MAPPERS, statements ? Level.DEBUG : detailed ? Level.INFO : Level.WARN);
  }

  private static void level(String name, Level level) {
    ((Logger) LoggerFactory.getLogger(name)).setLevel(level);
  }
}
