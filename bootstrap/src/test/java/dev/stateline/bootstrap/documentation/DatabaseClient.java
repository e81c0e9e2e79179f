package dev.stateline.bootstrap.documentation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * As much of {@code sqlite3}, {@code psql}, {@code createdb} and {@code createuser} as pages use.
 */
final class DatabaseClient {

  private static final Set<String> WITH_VALUE =
      Set.of("-h", "-p", "-U", "-d", "-f", "-c", "--owner");

  private final Map<String, String> options = new HashMap<>();
  private final List<String> operands = new ArrayList<>();

  private DatabaseClient(List<String> words) {
    Iterator<String> word = words.iterator();
    while (word.hasNext()) {
      String next = word.next();
      if (!next.startsWith("-")) {
        operands.add(next);
      } else {
        options.put(next, WITH_VALUE.contains(next) ? word.next() : "");
      }
    }
  }

  /** Carries out one command line, and gives its exit code. */
  static int run(
      String program, List<String> words, InputStream in, PrintStream out, OutputStream err)
      throws IOException {
    DatabaseClient client = new DatabaseClient(words);
    try {
      switch (program) {
        case "sqlite3" -> client.sqlite(in, out);
        case "psql" -> client.psql(in, out);
        case "createdb" -> client.createDatabase();
        case "createuser" -> execute(server("postgres"), client.createRole(), out, AnswerForm.PSQL);
        default -> throw new IllegalArgumentException(program);
      }
      return 0;
    } catch (SQLException e) {
      err.write((program + ": " + e.getMessage() + "\n").getBytes(StandardCharsets.UTF_8));
      return 1;
    }
  }

  private void sqlite(InputStream in, PrintStream out) throws IOException, SQLException {
    String sql = operands.size() > 1 ? operands.get(1) : text(in);
    String mode = options.containsKey("-readonly") ? "?open_mode=1" : "";
    AnswerForm form = options.containsKey("-box") ? AnswerForm.BOX : AnswerForm.BARE;
    execute("jdbc:sqlite:" + operands.get(0) + mode, sql, out, form);
  }

  private void psql(InputStream in, PrintStream out) throws IOException, SQLException {
    String sql =
        options.containsKey("-f") ? Files.readString(Path.of(options.get("-f"))) : text(in);
    String database = options.containsKey("-d") ? options.get("-d") : operands.get(0);
    execute(server(database), options.getOrDefault("-c", sql), out, AnswerForm.PSQL);
  }

  private void createDatabase() throws SQLException {
    String owner = options.getOrDefault("--owner", options.getOrDefault("-U", "postgres"));
    String sql = "CREATE DATABASE " + operands.get(0) + " OWNER " + owner;
    execute(server("postgres"), sql, System.out, AnswerForm.PSQL);
  }

  private String createRole() {
    return "CREATE ROLE " + operands.get(0) + " LOGIN";
  }

  private static String server(String database) {
    String port = System.getenv("PAGE_SERVER_PORT");
    return "jdbc:postgresql://localhost:" + port + "/" + database + "?user=postgres";
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void execute(String url, String sql, PrintStream out, AnswerForm form)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          form.print(rows, out);
        }
      }
    }
  }
}
