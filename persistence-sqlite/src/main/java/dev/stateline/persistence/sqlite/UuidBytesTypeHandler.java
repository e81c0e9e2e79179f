package dev.stateline.persistence.sqlite;

import dev.stateline.persistence.sql.DamagedColumnException;
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
  public UUID getNullableResult(ResultSet rs, String column) throws SQLException {
    return id(rs.getBytes(column), column);
  }

  @Override
  public UUID getNullableResult(ResultSet rs, int index) throws SQLException {
    return id(rs.getBytes(index), rs.getMetaData().getColumnLabel(index));
  }

  @Override
  public UUID getNullableResult(CallableStatement cs, int index) throws SQLException {
    return id(cs.getBytes(index), "id");
  }

  private static UUID id(byte[] bytes, String column) throws SQLException {
    if (bytes == null) {
      return null;
    }
    if (bytes.length != LENGTH) {
      throw new DamagedColumnException(column, "the stored value is no id of 16 bytes");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
