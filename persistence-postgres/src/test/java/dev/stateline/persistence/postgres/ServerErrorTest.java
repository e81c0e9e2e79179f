package dev.stateline.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stateline.domain.error.StatelineException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of error of a server means, each raised by a real one. */
class ServerErrorTest {

  private static final Map<String, String> DATABASE = TestServer.get().newDatabase();

  @AfterAll
  static void drop() {
    TestServer.get().drop(DATABASE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          08000 | DATABASE_UNAVAILABLE | cannot be reached
          08004 | DATABASE_UNUSABLE    | STATELINE_DB_PASSWORD
          08006 | DATABASE_UNAVAILABLE | what was committed is safe
          08P01 | DATABASE_UNUSABLE    | pooler
          0A000 | DATABASE_UNUSABLE    | cannot do what Stateline needs
          22021 | DATABASE_UNUSABLE    | encoding UTF8
          22P05 | DATABASE_UNUSABLE    | encoding UTF8
          23503 | CORRUPT_DATA         | do not fit each other
          25006 | DATABASE_UNUSABLE    | is read-only
          25P03 | DATABASE_UNAVAILABLE | took too long
          25P04 | DATABASE_UNAVAILABLE | took too long
          26000 | DATABASE_UNUSABLE    | set connection.prepared_statements to off
          28000 | DATABASE_UNUSABLE    | pg_hba.conf
          28P01 | DATABASE_UNUSABLE    | STATELINE_DB_PASSWORD
          3D000 | DATABASE_UNUSABLE    | does not exist
          3F000 | DATABASE_UNUSABLE    | connection.schema
          40001 | DATABASE_BUSY        | lets other work go first
          40P01 | DATABASE_BUSY        | lets other work go first
          42501 | DATABASE_UNUSABLE    | check the role's rights
          42703 | CORRUPT_DATA         | not as it was made
          42P01 | CORRUPT_DATA         | not as it was made
          42P05 | DATABASE_UNUSABLE    | set connection.prepared_statements to off
          42P07 | DATABASE_UNUSABLE    | choose another database or schema
          44000 | DATABASE_UNUSABLE    | trigger or rule
          53100 | DATABASE_UNAVAILABLE | no room left on its disk
          53200 | DATABASE_UNAVAILABLE | lacks memory
          53300 | DATABASE_UNAVAILABLE | no connection left
          54000 | DATABASE_UNUSABLE    | limit
          55000 | DATABASE_UNUSABLE    | administrator
          55006 | DATABASE_UNAVAILABLE | being dropped
          55P03 | DATABASE_BUSY        | locked by other work
          57014 | DATABASE_BUSY        | did not answer in time
          57P01 | DATABASE_UNAVAILABLE | cannot be reached
          57P03 | DATABASE_UNAVAILABLE | is starting, or shutting down
          57P04 | DATABASE_UNAVAILABLE | being dropped
          57P05 | DATABASE_UNAVAILABLE | cannot be reached
          58030 | DATABASE_UNAVAILABLE | trouble with its system
          F0000 | DATABASE_UNAVAILABLE | trouble with its system
          P0001 | DATABASE_UNUSABLE    | trigger or rule
          XX000 | DATABASE_UNAVAILABLE | a fault of its own
          XX001 | CORRUPT_DATA         | files damaged
          XX002 | CORRUPT_DATA         | files damaged
          22012 | INTERNAL_ERROR       | work on it failed
          """)
  void each_kind_has_a_category_and_a_sentence(String state, String code, String sentence)
      throws SQLException {
    StatelineException meaning = new ServerError(raised(state), "it").meaning();
    assertThat(meaning.code().name()).isEqualTo(code);
    assertThat(meaning).hasMessageContaining(sentence).hasMessageContaining("no such luck");
    assertThat(meaning.getMessage()).startsWith(code.equals("INTERNAL_ERROR") ? "work" : "it");
  }

  private static SQLException raised(String state) throws SQLException {
    try (Connection connection = TestServer.get().connect(DATABASE);
        Statement statement = connection.createStatement()) {
      return catchThrowableOfType(
          SQLException.class,
          () ->
              statement.execute(
                  "DO $$ BEGIN RAISE EXCEPTION 'no such luck' USING ERRCODE = '"
                      + state
                      + "'; END $$"));
    }
  }
}
