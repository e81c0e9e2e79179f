package dev.stateline.persistence.postgres;

import dev.stateline.persistence.sql.dialect.Projection;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.postgresql.PGConnection;

/**
 * Projections as JSONB. What the server refused would abort the whole transaction, so what it would
 * refuse is told beforehand.
 */
final class JsonbParameter {

  private JsonbParameter() {}

  static void bind(PreparedStatement statement, int parameter, Projection projection)
      throws SQLException {
    if (projection.holdsNul() || !isInServersAlphabet(statement, projection)) {
      statement.setNull(parameter, Types.OTHER);
    } else {
      // Text of no declared type: the server takes it for what the column is.
      statement.setObject(parameter, projection.text(), Types.OTHER);
    }
  }

  /** A server with another encoding than UTF-8 has no place for most characters. */
  private static boolean isInServersAlphabet(PreparedStatement statement, Projection projection)
      throws SQLException {
    // The server says it when the connection begins; this asks nothing.
    PGConnection connection = statement.getConnection().unwrap(PGConnection.class);
    return "UTF8".equals(connection.getParameterStatus("server_encoding"))
        || StandardCharsets.US_ASCII.newEncoder().canEncode(projection.text());
  }
}
