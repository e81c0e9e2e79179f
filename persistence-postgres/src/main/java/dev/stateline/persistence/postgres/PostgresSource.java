package dev.stateline.persistence.postgres;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.spi.Secret;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** How connections are made. */
final class PostgresSource {

  private static final int LARGEST_PASSWORD = 64 * 1024;

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
      Path path = Path.of(file);
      // A pipe would wait for its writer, and a device need not end.
      if (!Files.readAttributes(path, BasicFileAttributes.class).isRegularFile()
          || Files.size(path) > LARGEST_PASSWORD) {
        throw unusable(file, "is no file of one line with a password; name one", null);
      }
      return new Secret(Files.readString(path).stripTrailing());
    } catch (MalformedInputException e) {
      throw unusable(file, "is not UTF-8; save it as UTF-8", e);
    } catch (InvalidPathException e) {
      throw unusable(file, "is no path in the locale of this system; set it to UTF-8", e);
    } catch (IOException e) {
      throw unusable(file, "cannot be read; check the path and its permissions", e);
    }
  }

  private static InvalidInputException unusable(String file, String why, Exception cause) {
    return new InvalidInputException(
        ErrorCode.INVALID_CONFIGURATION, "connection.password_file: '" + file + "' " + why, cause);
  }
}
