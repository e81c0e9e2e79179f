package dev.stateline.persistence.sqlite;

import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import java.nio.ByteBuffer;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/** SQLite has no type for ids: 16 bytes, most significant first, sort as the printed form does. */
final class UuidBytesTypeHandler extends BaseTypeHandler<UUID> {

  private static final int LENGTH = 16;

  @Override
  public void setNonNullParameter(PreparedStatement ps, int i, UUID id, JdbcType type)
      throws SQLException {
    ps.setBytes(
        i,
        ByteBuffer.allocate(LENGTH)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  @Override
  public UUID getNullableResult(ResultSet rs, String label) throws SQLException {
    return id(rs.getBytes(label), rs, rs.findColumn(label));
  }

  @Override
  public UUID getNullableResult(ResultSet rs, int index) throws SQLException {
    return id(rs.getBytes(index), rs, index);
  }

  /** Stateline calls no stored procedures. */
  @Override
  public UUID getNullableResult(CallableStatement cs, int index) {
    throw new UnsupportedOperationException("results of procedures are not read");
  }

  private static UUID id(byte[] bytes, ResultSet rs, int index) throws SQLException {
    if (bytes == null) {
      return null;
    }
    if (bytes.length != LENGTH) {
      throw DamagedColumnException.in(rs, index, "the stored value is no id of 16 bytes");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
