package dev.stateline.persistence.postgres;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/** Ids in the database's own type. */
final class UuidTypeHandler extends BaseTypeHandler<UUID> {

  @Override
  public void setNonNullParameter(PreparedStatement ps, int i, UUID id, JdbcType type)
      throws SQLException {
    ps.setObject(i, id);
  }

  @Override
  public UUID getNullableResult(ResultSet rs, String label) throws SQLException {
    return rs.getObject(label, UUID.class);
  }

  @Override
  public UUID getNullableResult(ResultSet rs, int index) throws SQLException {
    return rs.getObject(index, UUID.class);
  }

  @Override
  public UUID getNullableResult(CallableStatement cs, int index) {
    throw new UnsupportedOperationException("results of procedures are not read");
  }
}
