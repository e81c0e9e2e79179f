package dev.stateline.persistence.sql;

import dev.stateline.domain.document.Sha256;
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
  public Sha256 getNullableResult(ResultSet rs, String label) throws SQLException {
    return parse(rs.getString(label), rs, label);
  }

  @Override
  public Sha256 getNullableResult(ResultSet rs, int index) throws SQLException {
    return parse(rs.getString(index), rs, rs.getMetaData().getColumnLabel(index));
  }

  /** Stateline calls no stored procedures. */
  @Override
  public Sha256 getNullableResult(CallableStatement cs, int index) {
    throw new UnsupportedOperationException("results of procedures are not read");
  }

  private static Sha256 parse(String hex, ResultSet rs, String label) throws SQLException {
    if (hex == null) {
      return null;
    }
    try {
      return Sha256.parse(hex);
    } catch (IllegalArgumentException e) {
      throw DamagedColumnException.in(rs, label, "the stored value is no SHA-256");
    }
  }
}
