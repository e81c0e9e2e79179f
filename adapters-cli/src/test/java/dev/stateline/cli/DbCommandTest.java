package dev.stateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.spi.DatabaseStatus;
import dev.stateline.domain.spi.DatabaseStatus.TableSize;
import dev.stateline.domain.spi.SchemaChange;
import dev.stateline.domain.spi.SchemaChange.State;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DbCommandTest {

  private static final SchemaChange FIRST =
      new SchemaChange(
          "0001-first", State.APPLIED, Optional.of(Instant.parse("2026-01-02T03:04:05Z")));

  private final Program program = new Program();

  @Test
  void status_shows_engine_changes_and_tables() {
    program.status = () -> Optional.of(status(FIRST, change("0002-second", State.PENDING)));
    assertThat(program.run("db", "status")).isZero();
    assertThat(program.out())
        .isEqualTo(
            """
            what      name         state    applied               rows    size  engine
            database  a test's     behind   -                        -  5.0 KB  Engine 7
            change    0001-first   applied  2026-01-02T03:04:05Z     -       -  -
            change    0002-second  pending  -                        -       -  -
            table     states       -        -                        3       -  -
            """);
    assertThat(program.err()).isEqualTo("'stateline db migrate' makes the pending changes.\n");
  }

  @Test
  void status_as_json_has_an_object_a_line() {
    program.status = () -> Optional.of(status(FIRST));
    assertThat(program.run("db", "status", "-o", "json")).isZero();
    assertThat(program.out())
        .contains("\"kind\":\"database\"", "\"state\":\"current\"", "\"bytes\":5000")
        .contains("\"name\":\"states\"", "\"rows\":3");
    assertThat(program.err()).isEmpty();
  }

  @Test
  void status_shows_a_newer_schema_plainly() {
    program.status = () -> Optional.of(status(FIRST, change("9999-future", State.UNKNOWN)));
    assertThat(program.run("db", "status")).isZero();
    assertThat(program.out()).contains("newer").containsPattern("9999-future +unknown");
    assertThat(program.err()).contains("a newer version of Stateline");
  }

  @Test
  void status_of_an_adapter_without_a_schema_says_so() {
    assertThat(program.run("db", "status", "-o", "csv")).isZero();
    assertThat(program.out()).isEqualTo("kind,name,state,applied_at,rows,bytes,engine\n");
    assertThat(program.err()).contains("has no schema");
  }

  @Test
  void migrate_prints_the_changes_that_it_made() {
    Deque<DatabaseStatus> statuses =
        new ArrayDeque<>(
            List.of(
                status(FIRST, change("0002-second", State.PENDING)),
                status(FIRST, change("0002-second", State.APPLIED))));
    program.status = () -> Optional.of(statuses.remove());
    assertThat(program.run("db", "migrate")).isZero();
    assertThat(program.out()).containsPattern("0002-second +applied").doesNotContain("0001-first");
  }

  @Test
  void migrate_of_a_database_that_is_made_thereby_prints_all_changes() {
    Deque<Optional<DatabaseStatus>> statuses =
        new ArrayDeque<>(List.of(Optional.empty(), Optional.of(status(FIRST))));
    program.status =
        () -> {
          Optional<DatabaseStatus> next = statuses.remove();
          if (next.isEmpty()) {
            throw new NotFoundException(ErrorCode.DATABASE_NOT_FOUND, "none");
          }
          return next;
        };
    assertThat(program.run("db", "migrate")).isZero();
    assertThat(program.out()).contains("0001-first");
  }

  @Test
  void migrate_of_a_current_schema_says_that_it_is_up_to_date() {
    program.status = () -> Optional.of(status(FIRST));
    assertThat(program.run("db", "migrate", "-o", "json")).isZero();
    assertThat(program.out()).isEqualTo("[]\n");
    assertThat(program.err()).contains("is up to date");
  }

  @Test
  void a_database_that_is_away_ends_both_with_6() {
    program.failure =
        Optional.of(new UnavailableException(ErrorCode.DATABASE_UNAVAILABLE, "it is away"));
    for (String command : List.of("status", "migrate")) {
      assertThat(program.run("db", command)).isEqualTo(6);
      assertThat(program.err()).isEqualTo("stateline: it is away\n");
    }
  }

  private static SchemaChange change(String id, State state) {
    return new SchemaChange(id, state, Optional.empty());
  }

  private static DatabaseStatus status(SchemaChange... changes) {
    return new DatabaseStatus(
        "a test's",
        "Engine 7",
        List.of(changes),
        List.of(new TableSize("states", OptionalLong.of(3), OptionalLong.empty())),
        OptionalLong.of(5000));
  }
}
