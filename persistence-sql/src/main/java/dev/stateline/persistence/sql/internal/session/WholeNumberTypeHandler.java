package dev.stateline.persistence.sql.internal.session;

import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/** Whole numbers of 32 bits. A driver cuts a longer one off, and damage would read as a value. */
final class WholeNumberTypeHandler extends BaseTypeHandler<Integer> {

  @Override
  public void setNonNullParameter(PreparedStatement ps, int i, Integer number, JdbcType type)
      throws SQLException {
    ps.setInt(i, number);
  }

  @Override
  public Integer getNullableResult(ResultSet rs, String label) throws SQLException {
    return number(rs.getLong(label), rs, rs.findColumn(label));
  }

  @Override
  public Integer getNullableResult(ResultSet rs, int index) throws SQLException {
    return number(rs.getLong(index), rs, index);
  }

  /** Stateline calls no stored procedures. */
  @Override
  public Integer getNullableResult(CallableStatement cs, int index) {
    throw new UnsupportedOperationException("results of procedures are not read");
  }

  private static Integer number(long stored, ResultSet rs, int index) throws SQLException {
    if (rs.wasNull()) {
      return null;
    }
    if (stored != (int) stored) {
      throw DamagedColumnException.in(rs, index, stored + " is no number of 32 bits");
    }
    return (int) stored;
  }
}
