package dev.stateline.benchmarks.store;

import dev.stateline.benchmarks.workload.WorkTurn;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A history in two tables: one connection writes, one reads without transactions. */
final class NaiveHistory<S> implements History<S> {

  private static final int ROWS_AT_A_TIME = 16;

  private final Connection writer;
  private final Connection reader;
  private final String name;
  private final PreparedStatement insertState;
  private final PreparedStatement insertTransition;
  private final PreparedStatement selectState;

  NaiveHistory(Connection writer, Connection reader, String placeholder, String name)
      throws SQLException {
    this.writer = writer;
    this.reader = reader;
    this.name = name;
    writer.setAutoCommit(false);
    this.insertState = prepare("INSERT INTO states VALUES (?, ?, " + placeholder + ")");
    this.insertTransition =
        prepare("INSERT INTO transitions VALUES (?, ?, " + placeholder + ", " + placeholder + ")");
    this.selectState =
        reader.prepareStatement("SELECT state FROM states WHERE simulation = ? AND turn = ?");
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    return writer.prepareStatement(sql);
  }

  @Override
  public void append(WorkTurn<S> turn) throws SQLException {
    insertState.setString(1, name);
    insertState.setInt(2, turn.number());
    insertState.setString(3, StateText.of(turn.state()));
    insertState.executeUpdate();
    insertTransition.setString(1, name);
    insertTransition.setInt(2, turn.number());
    insertTransition.setString(3, StateText.actions(turn));
    insertTransition.setString(4, StateText.outcomes(turn));
    insertTransition.executeUpdate();
    writer.commit();
  }

  @Override
  public int read(int turn, Check check) throws SQLException {
    return StateText.checked(bytes(turn), check);
  }

  @Override
  public String text(int turn) throws SQLException {
    return new String(bytes(turn), StandardCharsets.UTF_8);
  }

  private byte[] bytes(int turn) throws SQLException {
    selectState.setString(1, name);
    selectState.setInt(2, turn);
    try (ResultSet row = selectState.executeQuery()) {
      row.next();
      return row.getBytes(1);
    }
  }

  @Override
  public long scan(Check check) throws SQLException {
    long bytes = 0;
    try (PreparedStatement select =
        prepare(
            "SELECT s.state, t.actions, t.outcomes FROM states s JOIN transitions t"
                + " ON t.simulation = s.simulation AND t.turn = s.turn"
                + " WHERE s.simulation = ? ORDER BY s.turn")) {
      select.setString(1, name);
      select.setFetchSize(ROWS_AT_A_TIME);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          bytes += StateText.checked(rows.getBytes(1), check);
          StateText.checked(rows.getBytes(2), check);
          StateText.checked(rows.getBytes(3), check);
        }
      }
    }
    writer.commit();
    return bytes;
  }

  /** Whoever has nothing but rows copies them. */
  @Override
  public void fork(int turn, String fork) throws SQLException {
    copy("INSERT INTO states SELECT ?, turn, state FROM states", fork, turn);
    copy("INSERT INTO transitions SELECT ?, turn, actions, outcomes FROM transitions", fork, turn);
    writer.commit();
  }

  private void copy(String insert, String fork, int turn) throws SQLException {
    try (PreparedStatement statement = prepare(insert + " WHERE simulation = ? AND turn <= ?")) {
      statement.setString(1, fork);
      statement.setString(2, name);
      statement.setInt(3, turn);
      statement.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    writer.close();
    reader.close();
  }
}
