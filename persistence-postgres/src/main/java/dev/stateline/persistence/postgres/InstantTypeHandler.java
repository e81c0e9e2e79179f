package dev.stateline.persistence.postgres;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/** Moments as timestamps without a zone, in UTC: no session's time zone comes between. */
final class InstantTypeHandler extends BaseTypeHandler<Instant> {

  @Override
  public void setNonNullParameter(PreparedStatement ps, int i, Instant moment, JdbcType type)
      throws SQLException {
    ps.setObject(i, LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
  }

  @Override
  public Instant getNullableResult(ResultSet rs, String label) throws SQLException {
    return moment(rs.getObject(label, LocalDateTime.class));
  }

  @Override
  public Instant getNullableResult(ResultSet rs, int index) throws SQLException {
    return moment(rs.getObject(index, LocalDateTime.class));
  }

  @Override
  public Instant getNullableResult(CallableStatement cs, int index) {
    throw new UnsupportedOperationException("results of procedures are not read");
  }

  private static Instant moment(LocalDateTime time) {
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }
}
