package dev.stateline.persistence.sql;

import dev.stateline.domain.state.Sha256;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/** Binds hashes as the 64 hex digits that people see everywhere else. */
final class Sha256TypeHandler extends BaseTypeHandler<Sha256> {

  @Override
  public void setNonNullParameter(PreparedStatement ps, int i, Sha256 hash, JdbcType type)
      throws SQLException {
    ps.setString(i, hash.hex());
  }

  @Override
  public Sha256 getNullableResult(ResultSet rs, String column) throws SQLException {
    return parse(rs.getString(column), column);
  }

  @Override
  public Sha256 getNullableResult(ResultSet rs, int index) throws SQLException {
    return parse(rs.getString(index), rs.getMetaData().getColumnLabel(index));
  }

  @Override
  public Sha256 getNullableResult(CallableStatement cs, int index) throws SQLException {
    return parse(cs.getString(index), "hash");
  }

  private static Sha256 parse(String hex, String column) throws SQLException {
    if (hex == null) {
      return null;
    }
    try {
      return Sha256.parse(hex);
    } catch (IllegalArgumentException e) {
      throw new DamagedColumnException(column, "the stored value is no SHA-256");
    }
  }
}
