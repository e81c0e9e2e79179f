package dev.stateline.persistence.sql.internal.session;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.executor.parameter.ParameterHandler;
import org.apache.ibatis.executor.resultset.ResultSetHandler;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;

/**
 * The statements of all mappers. Rows become records by {@link RecordRows}: MyBatis compares each
 * part of a record with each column anew at every query, which takes longer than the query.
 */
final class Statements extends Configuration {

  private final Map<String, RecordRows> records = new ConcurrentHashMap<>();

  @Override
  @SuppressWarnings("rawtypes") // As MyBatis declares it.
  public ResultSetHandler newResultSetHandler(
      Executor executor,
      MappedStatement statement,
      RowBounds bounds,
      ParameterHandler parameters,
      ResultHandler results,
      BoundSql sql) {
    List<ResultMap> maps = statement.getResultMaps();
    return maps.isEmpty() || !maps.get(0).getType().isRecord()
        ? super.newResultSetHandler(executor, statement, bounds, parameters, results, sql)
        : records.computeIfAbsent(
            statement.getId(),
            id -> RecordRows.of(maps.get(0).getType(), getTypeHandlerRegistry()));
  }
}
