package dev.stateline.persistence.sql.internal.session;

import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/**
 * Binds a value as plain bytes: both drivers have them, while BLOB objects only one has.
 *
 * @param <T> the value
 */
final class BytesTypeHandler<T> extends BaseTypeHandler<T> {

  private final Function<T, byte[]> toBytes;
  private final Function<byte[], T> fromBytes;
  private final String what;

  /**
   * @param fromBytes throws {@link IllegalArgumentException} for bytes that are no such value
   * @param what for example {@code SHA-256}, for the message then
   */
  BytesTypeHandler(Function<T, byte[]> toBytes, Function<byte[], T> fromBytes, String what) {
    this.toBytes = toBytes;
    this.fromBytes = fromBytes;
    this.what = what;
  }

  @Override
  public void setNonNullParameter(PreparedStatement ps, int i, T value, JdbcType type)
      throws SQLException {
    ps.setBytes(i, toBytes.apply(value));
  }

  @Override
  public T getNullableResult(ResultSet rs, String label) throws SQLException {
    return value(rs.getBytes(label), rs, rs.findColumn(label));
  }

  @Override
  public T getNullableResult(ResultSet rs, int index) throws SQLException {
    return value(rs.getBytes(index), rs, index);
  }

  /** Stateline calls no stored procedures. */
  @Override
  public T getNullableResult(CallableStatement cs, int index) {
    throw new UnsupportedOperationException("results of procedures are not read");
  }

  private T value(byte[] bytes, ResultSet rs, int index) throws SQLException {
    if (bytes == null) {
      return null;
    }
    try {
      return fromBytes.apply(bytes);
    } catch (IllegalArgumentException e) {
      throw DamagedColumnException.in(rs, index, "the stored value is no " + what);
    }
  }
}
