package dev.stateline.persistence.sql.internal.session;

import dev.stateline.persistence.sql.dialect.Projection;
import dev.stateline.persistence.sql.dialect.SqlDialect;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/** Binds projections by the rules of a database, and reads none. Thread-safe. */
final class ProjectionTypeHandler extends BaseTypeHandler<Projection> {

  private final SqlDialect dialect;

  ProjectionTypeHandler(SqlDialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public void setNonNullParameter(PreparedStatement ps, int i, Projection json, JdbcType type)
      throws SQLException {
    dialect.bind(ps, i, json);
  }

  @Override
  public Projection getNullableResult(ResultSet rs, String label) {
    throw neverRead();
  }

  @Override
  public Projection getNullableResult(ResultSet rs, int index) {
    throw neverRead();
  }

  @Override
  public Projection getNullableResult(CallableStatement cs, int index) {
    throw neverRead();
  }

  private static UnsupportedOperationException neverRead() {
    return new UnsupportedOperationException("projections are never read back");
  }
}
