package dev.stateline.persistence.sqlite;

import dev.stateline.persistence.sql.schema.Schema;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Another process that dies inside a migration as by kill -9, where one of its steps would begin.
 */
final class KilledMigrationProcess {

  private static final int KILLED = 137;
  private static final Set<String> STEPS = Set.of("createStatement", "prepareStatement", "commit");

  private KilledMigrationProcess() {}

  /**
   * @param step the number of the statement or commit before which it dies, from 1
   * @return whether it died; if not, the migration had fewer steps, and is complete
   */
  static boolean diesBefore(int step, Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledMigrationProcess.class.getName(),
                file.toString(),
                Integer.toString(step))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    int exit = process.waitFor();
    if (exit != 0 && exit != KILLED) {
      throw new IllegalStateException("the process ended with " + exit);
    }
    return exit == KILLED;
  }

  public static void main(String[] arguments) throws SQLException {
    Path file = Path.of(arguments[0]);
    SqliteConnections.layOut(file);
    AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[1]));
    try (Connection connection = SqliteConnections.writer(file).getConnection()) {
      new Schema("sqlite", "main").migrate(dying(connection, left), 0);
    }
    System.exit(0);
  }

  private static Connection dying(Connection connection, AtomicInteger left) {
    return (Connection)
        Proxy.newProxyInstance(
            KilledMigrationProcess.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (STEPS.contains(method.getName()) && left.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(KILLED);
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
