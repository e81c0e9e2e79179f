package dev.stateline.persistence.sql;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/** Binds payloads as plain bytes: both drivers have them, while BLOB objects only one has. */
final class PayloadTypeHandler extends BaseTypeHandler<Payload> {

  @Override
  public void setNonNullParameter(PreparedStatement ps, int i, Payload payload, JdbcType type)
      throws SQLException {
    ps.setBytes(i, payload.bytes());
  }

  @Override
  public Payload getNullableResult(ResultSet rs, String column) throws SQLException {
    return payload(rs.getBytes(column));
  }

  @Override
  public Payload getNullableResult(ResultSet rs, int index) throws SQLException {
    return payload(rs.getBytes(index));
  }

  /** Stateline calls no stored procedures. */
  @Override
  public Payload getNullableResult(CallableStatement cs, int index) {
    throw new UnsupportedOperationException("results of procedures are not read");
  }

  private static Payload payload(byte[] bytes) {
    return bytes == null ? null : new Payload(bytes);
  }
}
