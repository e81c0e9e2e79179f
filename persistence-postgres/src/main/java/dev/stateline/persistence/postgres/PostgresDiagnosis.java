package dev.stateline.persistence.postgres;

import dev.stateline.domain.spi.Finding;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Looks at what the promise of durability rests on. */
final class PostgresDiagnosis implements Supplier<List<Finding>> {

  private final DataSource source;
  private final String description;

  PostgresDiagnosis(DataSource source, String description) {
    this.source = source;
    this.description = description;
  }

  @Override
  public List<Finding> get() {
    try (Connection connection = source.getConnection()) {
      ServerCheck server = new ServerCheck(connection, description);
      return List.of(
          Finding.ok("database", description),
          Finding.ok("server version", server.show("server_version")),
          mustBeOn("fsync", server),
          mustBeOn("full_page_writes", server),
          Finding.ok(
              "synchronous_commit",
              server.show("synchronous_commit") + "; every write transaction sets it to on"));
    } catch (SQLException e) {
      throw new ServerError(e, description).meaning();
    }
  }

  private static Finding mustBeOn(String setting, ServerCheck server) throws SQLException {
    String value = server.show(setting);
    return value.equals("on")
        ? Finding.ok(setting, value)
        : Finding.problem(setting, value + ": committed turns may be lost in a crash; turn it on");
  }
}
