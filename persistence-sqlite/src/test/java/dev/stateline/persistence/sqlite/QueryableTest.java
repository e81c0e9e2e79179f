package dev.stateline.persistence.sqlite;

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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code queryable: true}, SQL finds values in documents; the record is as it is without. */
class QueryableTest {

  private static final String STATES = "SELECT %s FROM states ORDER BY turn_number";

  private static final int LARGEST = 32 << 20;

  @TempDir Path folder;

  private final Samples samples = new Samples();
  private Path file;

  @BeforeEach
  void in_a_new_file() {
    file = folder.resolve("test.db");
  }

  @Test
  void a_query_finds_values_in_states_actions_and_outcomes() {
    Document said = Samples.document("{\"word\":\"größer\"}");
    try (Persistence persistence = openQueryable()) {
      begin(persistence, "{\"x\":1}")
          .commit(
              turn ->
                  turn.document(Samples.document("{\"x\":2.5}"))
                      .actions(TurnLog.ofActions(List.of(new Action("mayor", "say", said))))
                      .outcomes(TurnLog.ofOutcomes(List.of(new Outcome("city", "hear", said)))));
    }
    assertThat(ask(STATES.formatted("json_extract(state_data, '$.x')")))
        .containsExactly("1", "2.5");
    for (String column : List.of("actions", "outcomes")) {
      assertThat(ask("SELECT " + column + "->>'$[0].document.word' FROM state_transitions"))
          .containsExactly("größer");
    }
  }

  @Test
  void it_is_off_by_default_and_counts_for_what_is_written_from_then_on() {
    SampleRun run;
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_WRITE)) {
      run = begin(persistence, "{\"x\":0}").commit(1);
      run.session().close();
    }
    assertThat(ask("SELECT count(*) FROM states WHERE state_data IS NULL")).containsExactly("2");
    assertThat(
            ask("SELECT count(*) FROM state_transitions WHERE coalesce(actions, outcomes) IS NULL"))
        .containsExactly("1");
    try (Persistence persistence = openQueryable()) {
      begin(persistence, "{\"x\":3}");
      assertThat(ask("SELECT state_data FROM states WHERE state_data IS NOT NULL"))
          .containsExactly("{\"x\":3}");
      assertWhole(persistence, run);
    }
  }

  @Test
  void what_a_database_may_not_take_is_null_and_commits_all_the_same() {
    try (Persistence persistence = openQueryable()) {
      SampleRun run = begin(persistence, nested(512));
      for (String document :
          List.of(
              nested(513),
              nested(5_000),
              "\"" + "[{".repeat(600) + "\\\"" + "[{".repeat(600) + "\"",
              text(LARGEST),
              text(LARGEST + 1),
              "[1.7976931348623157e+308,5e-324,\"\\u0000\"]")) {
        run.commit(turn -> turn.document(Samples.document(document)));
      }
      assertThat(ask(STATES.formatted("coalesce(json_valid(state_data), 'none')")))
          .containsExactly("1", "none", "none", "1", "1", "none", "1");
      assertWhole(persistence, run);
    }
  }

  @Test
  void nothing_is_ever_read_from_the_copies() {
    try (Persistence persistence = openQueryable()) {
      SampleRun run = begin(persistence, "{\"x\":1}").commit(2);
      RawFile raw = new RawFile(file);
      raw.execute("UPDATE turns SET state_json = 'no JSON' WHERE turn_number = 1");
      raw.execute("UPDATE turns SET state_json = NULL WHERE turn_number = 2");
      raw.execute("UPDATE turns SET actions_json = '[]', outcomes_json = 'x'");
      assertWhole(persistence, run);
    }
  }

  private Persistence openQueryable() {
    return new SqlitePersistenceProvider()
        .open(
            PersistenceSettings.at(Map.of("path", file.toString()), AccessMode.READ_WRITE)
                .poolSize(1)
                .queryable(true)
                .build());
  }

  private SampleRun begin(Persistence persistence, String initial) {
    String name = "begins with " + initial.substring(0, Math.min(7, initial.length()));
    return SampleRun.begin(
        samples, persistence, samples.simulation(name).document(Samples.document(initial)).build());
  }

  private List<String> ask(String sql) {
    return new RawFile(file).ask(sql);
  }

  private static String nested(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }

  private static String text(int size) {
    return "\"" + "x".repeat(size - 2) + "\"";
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
