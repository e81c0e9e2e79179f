package dev.stateline.persistence.postgres;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.spi.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** How connections are made. */
final class PostgresSource {

  private PostgresSource() {}

  /**
   * @throws InvalidInputException INVALID_CONFIGURATION if the password's file cannot be read
   */
  static PGSimpleDataSource of(PersistenceSettings settings) {
    Map<String, String> connection = settings.connection();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {ConnectionSetting.HOST.required(connection)});
    source.setPortNumbers(new int[] {ConnectionSetting.PORT.number(connection)});
    source.setDatabaseName(ConnectionSetting.DATABASE.required(connection));
    source.setUser(ConnectionSetting.USERNAME.required(connection));
    // Without one, the driver looks into ~/.pgpass by itself.
    password(settings).map(Secret::reveal).ifPresent(source::setPassword);
    source.setSslMode(ConnectionSetting.SSLMODE.required(connection));
    ConnectionSetting.SSLROOTCERT.in(connection).ifPresent(source::setSslRootCert);
    source.setApplicationName("stateline");
    source.setTcpKeepAlive(true);
    source.setConnectTimeout(ConnectionSetting.CONNECT_TIMEOUT_SECONDS.number(connection));
    source.setLoginTimeout(ConnectionSetting.CONNECT_TIMEOUT_SECONDS.number(connection));
    source.setSocketTimeout(ConnectionSetting.SOCKET_TIMEOUT_SECONDS.number(connection));
    if (ConnectionSetting.PREPARED_STATEMENTS.required(connection).equals("off")) {
      // Behind a pooler that hands each transaction another server session, named statements are
      // lost.
      source.setPrepareThreshold(0);
    }
    return source;
  }

  private static Optional<Secret> password(PersistenceSettings settings) {
    if (settings.password().isPresent()) {
      return settings.password();
    }
    return ConnectionSetting.PASSWORD_FILE.in(settings.connection()).map(PostgresSource::read);
  }

  private static Secret read(String file) {
    try {
      return new Secret(Files.readString(Path.of(file)).stripTrailing());
    } catch (IOException e) {
      throw new InvalidInputException(
          ErrorCode.INVALID_CONFIGURATION,
          "connection.password_file: '"
              + file
              + "' cannot be read; check the path and its permissions",
          e);
    }
  }
}
