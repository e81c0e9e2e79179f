package dev.stateline.persistence.sqlite;

import dev.stateline.persistence.sql.DamagedColumnException;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/**
 * Moments as ISO 8601 text in UTC with six digits of the second, which SQLite's date functions
 * read.
 */
final class InstantTextTypeHandler extends BaseTypeHandler<Instant> {

  private static final DateTimeFormatter MICROSECONDS =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

  @Override
  public void setNonNullParameter(PreparedStatement ps, int i, Instant moment, JdbcType type)
      throws SQLException {
    ps.setString(i, MICROSECONDS.format(moment));
  }

  @Override
  public Instant getNullableResult(ResultSet rs, String label) throws SQLException {
    return moment(rs.getString(label), rs, label);
  }

  @Override
  public Instant getNullableResult(ResultSet rs, int index) throws SQLException {
    return moment(rs.getString(index), rs, rs.getMetaData().getColumnLabel(index));
  }

  /** Stateline calls no stored procedures. */
  @Override
  public Instant getNullableResult(CallableStatement cs, int index) {
    throw new UnsupportedOperationException("results of procedures are not read");
  }

  private static Instant moment(String text, ResultSet rs, String label) throws SQLException {
    if (text == null) {
      return null;
    }
    try {
      Instant moment = Instant.parse(text);
      if (MICROSECONDS.format(moment).equals(text)) {
        return moment;
      }
      // Some other writing of the moment, which no write of ours left.
      throw DamagedColumnException.in(rs, label, "the stored value is not as it was written");
    } catch (DateTimeException e) {
      throw DamagedColumnException.in(rs, label, "the stored value is no moment in ISO 8601");
    }
  }
}
