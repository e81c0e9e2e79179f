package dev.stateline.persistence.sql.internal.session;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/**
 * Moments as whole microseconds since 1970-01-01T00:00:00Z: 8 bytes, exact, and no time zone of a
 * session comes between. People read them in the views.
 */
final class MomentTypeHandler extends BaseTypeHandler<Instant> {

  private static final long MICROS = 1_000_000;

  @Override
  public void setNonNullParameter(PreparedStatement ps, int i, Instant moment, JdbcType type)
      throws SQLException {
    ps.setLong(i, moment.getEpochSecond() * MICROS + moment.getNano() / 1_000);
  }

  @Override
  public Instant getNullableResult(ResultSet rs, String label) throws SQLException {
    long micros = rs.getLong(label);
    return rs.wasNull() ? null : moment(micros);
  }

  @Override
  public Instant getNullableResult(ResultSet rs, int index) throws SQLException {
    long micros = rs.getLong(index);
    return rs.wasNull() ? null : moment(micros);
  }

  /** Stateline calls no stored procedures. */
  @Override
  public Instant getNullableResult(CallableStatement cs, int index) {
    throw new UnsupportedOperationException("results of procedures are not read");
  }

  private static Instant moment(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
  }
}
