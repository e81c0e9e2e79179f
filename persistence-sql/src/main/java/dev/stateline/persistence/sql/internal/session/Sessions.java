package dev.stateline.persistence.sql.internal.session;

import dev.stateline.domain.document.Sha256;
import dev.stateline.persistence.sql.dialect.Projection;
import dev.stateline.persistence.sql.dialect.SqlDialect;
import dev.stateline.persistence.sql.dialect.WholeWrites;
import dev.stateline.persistence.sql.internal.payload.Payload;
import dev.stateline.persistence.sql.internal.row.Seal;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSession;
import org.apache.ibatis.transaction.TransactionFactory;
import org.apache.ibatis.type.TypeHandlerRegistry;

/**
 * Sessions of one kind of transaction on one source of connections. All kinds share one set of
 * statements: MyBatis' own factory ties a set to one kind, and reading a set takes longer than any
 * statement.
 */
record Sessions(Configuration statements, DataSource source, TransactionFactory transactions) {

  /** The statements of these mappers, as the dialect has them. */
  static Configuration statements(SqlDialect dialect, Collection<Class<?>> mappers) {
    Configuration statements = new Statements();
    statements.getVariables().setProperty("schema", dialect.schema());
    statements.getVariables().setProperty("turn_of_place", dialect.turnOfPlace());
    statements
        .getVariables()
        .setProperty("begin", dialect.wholeWrites().map(WholeWrites::begin).orElse(""));
    statements.setMapUnderscoreToCamelCase(true);
    statements.setArgNameBasedConstructorAutoMapping(true);
    statements.setCacheEnabled(false);
    statements.setLocalCacheScope(LocalCacheScope.STATEMENT);
    TypeHandlerRegistry handlers = statements.getTypeHandlerRegistry();
    handlers.register(UUID.class, dialect.ids());
    handlers.register(Integer.class, new WholeNumberTypeHandler());
    handlers.register(int.class, new WholeNumberTypeHandler());
    handlers.register(Instant.class, new MomentTypeHandler());
    handlers.register(
        Payload.class, new BytesTypeHandler<>(Payload::bytes, Payload::new, "document"));
    handlers.register(Seal.class, new BytesTypeHandler<>(Seal::bytes, Seal::new, "checksum"));
    handlers.register(
        Sha256.class, new BytesTypeHandler<>(Sha256::bytes, Sha256::ofDigest, "SHA-256"));
    handlers.register(Projection.class, new ProjectionTypeHandler(dialect));
    statements.addMapper(PlaceMapper.class);
    mappers.forEach(statements::addMapper);
    return statements;
  }

  /** Takes no connection before the first statement. The caller closes it. */
  SqlSession open() {
    return new DefaultSqlSession(
        statements,
        statements.newExecutor(
            transactions.newTransaction(source, null, false), ExecutorType.SIMPLE),
        false);
  }

  /** What is thrown is the first error, not that a broken connection cannot be rolled back. */
  static void rollback(SqlSession session, Exception first) {
    try {
      session.rollback(true);
    } catch (PersistenceException e) {
      first.addSuppressed(e);
    }
  }
}
