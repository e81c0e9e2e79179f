package dev.stateline.persistence.sql.internal.session;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.CallableStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.executor.resultset.ResultSetHandler;
import org.apache.ibatis.type.TypeHandler;
import org.apache.ibatis.type.TypeHandlerRegistry;

/**
 * Makes records of the rows of one text, which may be several statements. Each part of the record
 * is read from the column of its name, where {@code headTurn} is {@code head_turn}; which one that
 * is, is looked up once. Thread-safe.
 */
final class RecordRows implements ResultSetHandler {

  private final Constructor<?> constructor;
  private final String[] parts;
  private final TypeHandler<?>[] handlers;

  /** The column of each part, from 1 on; null before the first row. */
  private volatile int[] columns;

  private RecordRows(Constructor<?> constructor, String[] parts, TypeHandler<?>[] handlers) {
    this.constructor = constructor;
    this.parts = parts;
    this.handlers = handlers;
  }

  static RecordRows of(Class<?> type, TypeHandlerRegistry handlers) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return new RecordRows(
          constructor,
          Stream.of(components).map(RecordComponent::getName).toArray(String[]::new),
          Stream.of(types).map(handlers::getTypeHandler).toArray(TypeHandler<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type + " is no record", e);
    }
  }

  /** A row of nothing but NULL is null. */
  @Override
  public <E> List<E> handleResultSets(Statement statement) throws SQLException {
    List<E> records = new ArrayList<>();
    ResultSet first = statement.getResultSet();
    if (first != null) {
      readAll(first, records);
    } else {
      readEach(statement, records);
    }
    return records;
  }

  /** Of several statements in one text, which begins with one that has no rows. */
  private <E> void readEach(Statement statement, List<E> records) throws SQLException {
    for (boolean rows = statement.getMoreResults();
        rows || statement.getUpdateCount() >= 0;
        rows = statement.getMoreResults()) {
      if (rows) {
        readAll(statement.getResultSet(), records);
      }
    }
  }

  private <E> void readAll(ResultSet result, List<E> records) throws SQLException {
    try (ResultSet rows = result) {
      while (rows.next()) {
        @SuppressWarnings("unchecked") // The mapper's method says so.
        E one = (E) read(rows);
        records.add(one);
      }
    }
  }

  private Object read(ResultSet row) throws SQLException {
    if (columns == null) {
      columns = columns(row.getMetaData());
    }
    int[] from = columns;
    Object[] values = new Object[parts.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = handlers[i].getResult(row, from[i]);
    }
    return Arrays.stream(values).allMatch(value -> value == null) ? null : made(values);
  }

  private Object made(Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private int[] columns(ResultSetMetaData meta) throws SQLException {
    int[] found = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      found[i] = column(meta, parts[i]);
    }
    return found;
  }

  private static int column(ResultSetMetaData meta, String part) throws SQLException {
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      if (meta.getColumnLabel(i).replace("_", "").equalsIgnoreCase(part)) {
        return i;
      }
    }
    throw new SQLException("the result has no column for '" + part + "'");
  }

  @Override
  public <E> Cursor<E> handleCursorResultSets(Statement statement) {
    throw new UnsupportedOperationException("rows are read to their end");
  }

  /** Stateline calls no stored procedures. */
  @Override
  public void handleOutputParameters(CallableStatement statement) {
    throw new UnsupportedOperationException("results of procedures are not read");
  }
}
