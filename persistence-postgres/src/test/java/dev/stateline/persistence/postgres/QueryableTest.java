package dev.stateline.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.application.verify.Verifier;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Outcome;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.TurnLog;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import dev.stateline.testkit.sample.TurnSample;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With {@code queryable: true}, SQL finds values in documents; the record is as it is without. */
class QueryableTest {

  /** Whether the copies of a turn's state, actions and outcomes are there. */
  private static final String COPIES =
      """
      SELECT concat_ws(' ', state_data IS NOT NULL, actions IS NOT NULL, outcomes IS NOT NULL)
      FROM states JOIN state_transitions ON to_state_id = states.id
      """;

  private final Samples samples = new Samples();
  private final Map<String, String> database = TestServer.get().newMigratedDatabase();

  @AfterEach
  void drop() {
    TestServer.get().drop(database);
  }

  @Test
  void a_query_finds_values_in_states_actions_and_outcomes() throws SQLException {
    try (Persistence persistence = open()) {
      Document document = Samples.document("{\"word\":\"größer\",\"x\":2.5}");
      begin(persistence).commit(turn -> everywhere(turn, document));
    }
    assertThat(ask("SELECT state_data->>'x' FROM states ORDER BY turn_number"))
        .containsExactly("0", "2.5");
    for (String column : List.of("actions", "outcomes")) {
      assertThat(ask("SELECT " + column + "->0->'document'->>'word' FROM state_transitions"))
          .containsExactly("größer");
    }
  }

  @Test
  void it_is_off_by_default() throws SQLException {
    try (Persistence persistence =
        new PostgresPersistenceProvider()
            .open(PostgresFixture.settings(database, AccessMode.READ_WRITE))) {
      begin(persistence).commit(1);
    }
    assertThat(ask(COPIES)).containsExactly("f f f");
    assertThat(ask("SELECT state_data FROM states")).containsOnlyNulls();
  }

  static Stream<String> held() {
    return Stream.of(
        nested(510),
        "\"" + "[{".repeat(300) + "\\\"" + "[{".repeat(300) + "\"",
        "[1.7976931348623157e+308,-1.7976931348623157e+308,5e-324,1e-7,1e+21]",
        "{\"\\u0001\":\"\\u001f\",\"\\\\u0000\":\"\\\\\\\\u0000\"}",
        "\"\uD83D\uDE00\uFFFF\"",
        "[[],{},\"\",null,true]");
  }

  @ParameterizedTest
  @MethodSource("held")
  void what_jsonb_can_hold_is_there(String document) throws SQLException {
    assertThat(copiesOf(Samples.document(document))).containsExactly("t t t");
  }

  static Stream<String> refused() {
    return Stream.of(
        nested(513),
        nested(20_000),
        "\"\\u0000\"",
        "{\"a\\u0000\":1}",
        "[\"\\\\u0000\",\"\\\\\\u0000\"]");
  }

  @ParameterizedTest
  @MethodSource("refused")
  void what_jsonb_cannot_hold_is_null_and_commits_all_the_same(String document)
      throws SQLException {
    assertThat(copiesOf(Samples.document(document))).containsExactly("f f f");
  }

  @Test
  void on_a_server_of_another_encoding_only_ascii_is_there() throws SQLException {
    drop();
    TestServer.get()
        .execute(
            "CREATE DATABASE "
                + database.get("database")
                + " TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'");
    try (Persistence persistence = open()) {
      SampleRun run = begin(persistence);
      run.commit(turn -> turn.document(Samples.document("\"plain\"")));
      run.commit(turn -> turn.document(Samples.document("\"\u65E5\"")));
      assertWhole(persistence, run);
    }
    assertThat(
            ask(
                "SELECT state_data #>> '{}' FROM states WHERE turn_number > 0 ORDER BY turn_number"))
        .containsExactly("plain", null);
  }

  private List<String> copiesOf(Document document) throws SQLException {
    try (Persistence persistence = open()) {
      SampleRun run = begin(persistence);
      run.commit(turn -> everywhere(turn, document));
      assertWhole(persistence, run);
    }
    return ask(COPIES);
  }

  private static TurnSample everywhere(TurnSample turn, Document document) {
    return turn.document(document)
        .actions(TurnLog.ofActions(List.of(new Action("mayor", "say", document))))
        .outcomes(TurnLog.ofOutcomes(List.of(new Outcome("city", "hear", document))));
  }

  private Persistence open() {
    return new PostgresPersistenceProvider()
        .open(
            PersistenceSettings.at(database, AccessMode.READ_WRITE)
                .poolSize(1)
                .queryable(true)
                .build());
  }

  private SampleRun begin(Persistence persistence) {
    return SampleRun.begin(
        samples,
        persistence,
        samples.simulation("world").document(Samples.document("{\"x\":0}")).build());
  }

  private static String nested(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }

  private List<String> ask(String sql) throws SQLException {
    String url =
        "jdbc:postgresql://%s:%s/%s"
            .formatted(database.get("host"), database.get("port"), database.get("database"));
    try (Connection connection = DriverManager.getConnection(url, database.get("username"), "");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> answers = new ArrayList<>();
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
      return answers;
    }
  }

  private static void assertWhole(Persistence persistence, SampleRun run) {
    assertThat(new Verifier(persistence).verify(run.id(), Optional.empty(), turn -> {}).isClean())
        .isTrue();
    for (State state : run.states()) {
      assertThat(persistence.states().stateAt(run.id(), state.turn())).isEqualTo(state);
    }
    for (TurnCommit commit : run.commits()) {
      assertThat(persistence.states().transitionAt(run.id(), commit.state().turn()))
          .isEqualTo(commit.turn().transition());
    }
  }
}
