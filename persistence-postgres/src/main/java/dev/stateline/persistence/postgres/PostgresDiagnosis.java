package dev.stateline.persistence.postgres;

import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.PersistenceSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Looks at what the promise of durability rests on, and at what would end a run. */
final class PostgresDiagnosis implements Supplier<List<Finding>> {

  /** What must hold for a run, or is said in an {@link UnavailableException}. */
  interface Requirement {
    void check(Connection connection) throws SQLException;
  }

  private final DataSource source;
  private final String description;
  private final PersistenceSettings settings;
  private final Requirement rights;

  /**
   * @param rights what a role must be allowed that runs simulations
   */
  PostgresDiagnosis(
      DataSource source, String description, PersistenceSettings settings, Requirement rights) {
    this.source = source;
    this.description = description;
    this.settings = settings;
    this.rights = rights;
  }

  @Override
  public List<Finding> get() {
    try (Connection connection = source.getConnection()) {
      LocalSettings.ofReads(statementTimeout()).begin(connection);
      ServerCheck server = new ServerCheck(connection, description);
      List<Finding> findings = new ArrayList<>();
      findings.add(Finding.ok("database", description));
      findings.add(Finding.ok("server version", server.show("server_version")));
      findings.add(mustBeOn("fsync", server));
      findings.add(mustBeOn("full_page_writes", server));
      findings.add(
          Finding.ok(
              "synchronous_commit",
              server.byDefault("synchronous_commit") + "; every write transaction sets it to on"));
      findings.add(writes(server));
      findings.add(encoding(server));
      findings.add(connections(server));
      findings.addAll(limits(server));
      findings.add(rights(connection));
      return findings;
    } catch (SQLException e) {
      throw new ServerError(e, description).meaning();
    }
  }

  private int statementTimeout() {
    return ConnectionSetting.STATEMENT_TIMEOUT_SECONDS.number(settings.connection());
  }

  private static Finding mustBeOn(String setting, ServerCheck server) throws SQLException {
    String value = server.show(setting);
    return value.equals("on")
        ? Finding.ok(setting, value)
        : Finding.problem(setting, value + ": committed turns may be lost in a crash; turn it on");
  }

  private static Finding writes(ServerCheck server) throws SQLException {
    Optional<String> obstacle = server.readOnly();
    return obstacle.isPresent()
        ? Finding.problem("writes", "the database is read-only: " + obstacle.get())
        : Finding.ok("writes", "possible");
  }

  private static Finding encoding(ServerCheck server) throws SQLException {
    String encoding = server.show("server_encoding");
    return encoding.equals("UTF8")
        ? Finding.ok("encoding", encoding)
        : Finding.warning(
            "encoding",
            encoding
                + ": a name or message that it cannot hold is refused, and queryable JSON that it"
                + " cannot hold is NULL; UTF8 holds all");
  }

  private Finding connections(ServerCheck server) throws SQLException {
    int allowed =
        Integer.parseInt(
            server.ask(
                """
                SELECT least(
                  (SELECT nullif(rolconnlimit, -1) FROM pg_roles WHERE rolname = current_user),
                  (SELECT nullif(datconnlimit, -1) FROM pg_database
                   WHERE datname = current_database()),
                  current_setting('max_connections')::int
                    - current_setting('superuser_reserved_connections')::int)
                """));
    // Readers, writers, and the one that renews leases.
    int needed = 2 * settings.poolSize() + 1;
    String detail = allowed + " at the most; a run takes up to " + needed;
    return allowed < needed
        ? Finding.warning(
            "connections",
            detail
                + "; lower options.pool_size, or raise the limit of the role, the database or the"
                + " server")
        : Finding.ok("connections", detail);
  }

  private List<Finding> limits(ServerCheck server) throws SQLException {
    List<Finding> limits = new ArrayList<>();
    for (String setting : ServerCheck.LIMITS) {
      Optional<Long> millis = server.limit(setting);
      if (millis.isPresent()) {
        limits.add(limit(setting, millis.get()));
      }
    }
    return limits.isEmpty() ? List.of(Finding.ok("limits", "none")) : limits;
  }

  private Finding limit(String setting, long millis) {
    String value = millis + " ms";
    return switch (setting) {
      case "statement_timeout" ->
          millis < 1000L * statementTimeout()
              ? Finding.warning(
                  setting,
                  value
                      + ": a read that takes longer is made twice; raise it for the role, or take it"
                      + " off")
              : Finding.ok(setting, value);
      case "idle_session_timeout" ->
          Finding.ok(setting, value + "; a connection that it closed is made again");
      default -> Finding.ok(setting, value + "; every transaction sets its own");
    };
  }

  private Finding rights(Connection connection) throws SQLException {
    try {
      rights.check(connection);
      return Finding.ok("rights", "the role may run simulations");
    } catch (UnavailableException e) {
      return Finding.warning("rights", e.getMessage());
    }
  }
}
