package dev.stateline.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements that stay prepared behave as if they were prepared each time. */
class KeptStatementsTest {

  private static final String READ = "SELECT note FROM notes WHERE number >= ? ORDER BY number";

  @TempDir Path folder;
  private Connection connection;

  @BeforeEach
  void three_notes() throws SQLException {
    Path file = folder.resolve("test.db");
    SqliteConnections.layOut(file);
    connection = SqliteConnections.writer(file).getConnection();
    run("CREATE TABLE notes (number INTEGER PRIMARY KEY, note TEXT)");
    run("INSERT INTO notes VALUES (1, 'one'), (2, 'two'), (3, 'three')");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void the_same_text_is_prepared_once() throws SQLException {
    PreparedStatement first = connection.prepareStatement(READ);
    first.close();
    try (PreparedStatement second = connection.prepareStatement(READ)) {
      assertThat(second).isSameAs(first);
    }
  }

  @Test
  void what_was_bound_before_is_forgotten() throws SQLException {
    assertThat(firstFrom(2)).isEqualTo("two");
    try (PreparedStatement again = connection.prepareStatement(READ);
        ResultSet rows = again.executeQuery()) {
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void two_of_the_same_text_are_read_side_by_side() throws SQLException {
    try (PreparedStatement one = connection.prepareStatement(READ);
        PreparedStatement other = connection.prepareStatement(READ)) {
      one.setInt(1, 1);
      other.setInt(1, 3);
      try (ResultSet first = one.executeQuery();
          ResultSet second = other.executeQuery()) {
        assertThat(first.next() && second.next()).isTrue();
        assertThat(first.getString(1)).isEqualTo("one");
        assertThat(second.getString(1)).isEqualTo("three");
      }
    }
    assertThat(firstFrom(2)).isEqualTo("two");
  }

  @Test
  void one_that_was_left_in_midst_of_its_rows_holds_the_log_no_longer() throws SQLException {
    PreparedStatement left = connection.prepareStatement(READ);
    left.setInt(1, 1);
    assertThat(left.executeQuery().next()).isTrue();
    left.close();
    try (Connection other = SqliteConnections.writer(folder.resolve("test.db")).getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("INSERT INTO notes VALUES (4, 'four')");
      try (ResultSet rows = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
        assertThat(rows.getInt(1)).isZero();
      }
    }
  }

  @Test
  void one_whose_table_was_changed_meanwhile_is_prepared_anew() throws SQLException {
    assertThat(firstFrom(1)).isEqualTo("one");
    run("DROP TABLE notes");
    assertThatThrownBy(() -> firstFrom(1)).isInstanceOf(SQLException.class);
    run("CREATE TABLE notes (note TEXT, more TEXT, number INTEGER)");
    run("INSERT INTO notes VALUES ('new', 'more', 7)");
    assertThat(firstFrom(1)).isEqualTo("new");
  }

  @Test
  void one_that_was_refused_is_used_again() throws SQLException {
    String insert = "INSERT INTO notes VALUES (?, 'again')";
    assertThatThrownBy(() -> insert(insert, 1)).isInstanceOf(SQLException.class);
    insert(insert, 9);
    assertThat(firstFrom(9)).isEqualTo("again");
  }

  @Test
  void more_texts_than_are_kept_are_served_all_the_same() throws SQLException {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 200; i++) {
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + i);
            ResultSet rows = statement.executeQuery()) {
          assertThat(rows.getInt(1)).isEqualTo(i);
        }
      }
    }
  }

  private void insert(String sql, int number) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, number);
      statement.executeUpdate();
    }
  }

  private String firstFrom(int number) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setInt(1, number);
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        return rows.getString(1);
      }
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
