package dev.stateline.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.persistence.sql.internal.turn.TurnMapper;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.ibatis.annotations.Select;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading a turn touches one of the tables that turns are split into. */
class ReadPlanTest {

  private static final Pattern PARTITION = Pattern.compile(" on (turns_\\d+)\\b");
  private static final int SIMULATIONS = 12;

  private final Map<String, String> database = new HashMap<>(TestServer.get().newDatabase());
  private SampleRun last;
  private SimulationId fork;

  @BeforeEach
  void simulations_are_spread_over_eight_tables() {
    database.put("schema", "sim_part");
    database.put("partitions", "8");
    Samples samples = new Samples();
    try (Persistence persistence = PostgresFixture.open(database)) {
      for (int i = 0; i < SIMULATIONS; i++) {
        last = SampleRun.begin(samples, persistence, samples.simulation("world " + i).build());
        last.commit(4);
      }
      fork = new SimulationId(samples.next());
      persistence
          .branches()
          .fork(
              NewFork.of(
                      new SimulationName("fork"),
                      persistence
                          .simulations()
                          .lineage(last.id())
                          .branch(
                              new SegmentId(samples.next()),
                              fork,
                              new TurnNumber(3),
                              Optional.empty(),
                              samples.now()),
                      last.states().get(3).ref())
                  .build());
    }
  }

  @AfterEach
  void drop() {
    TestServer.get().drop(database);
  }

  @ParameterizedTest
  @CsvSource({"findState, custom", "findState, generic"})
  void a_state_is_read_from_one_table(String statement, String plan) {
    assertThat(tablesOf(statement, plan, last.id().value())).hasSize(1);
    assertThat(tablesOf(statement, plan, fork.value())).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"findChain, custom", "findChain, generic"})
  void what_a_turn_goes_against_is_read_from_one_table(String statement, String plan) {
    assertThat(tablesOf(statement, plan, last.head().segment().value())).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"findTransition, custom", "findTransition, generic"})
  void a_transition_is_read_from_one_table(String statement, String plan) {
    assertThat(tablesOf(statement, plan, last.id().value())).hasSize(1);
    assertThat(tablesOf(statement, plan, fork.value())).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"findAll, custom", "findAll, generic"})
  void turns_of_a_segment_are_read_from_one_table(String statement, String plan) {
    assertThat(tablesOf(statement, plan, last.head().segment().value())).hasSize(1);
  }

  /** The tables that are touched when turns 2 to 3, or turn 2, are asked for. */
  private List<String> tablesOf(String statement, String plan, UUID id) {
    Method method =
        Arrays.stream(TurnMapper.class.getMethods())
            .filter(m -> m.getName().equals(statement))
            .findFirst()
            .orElseThrow();
    String third = statement.equals("findAll") ? "int" : "bytea";
    String sql =
        String.join(" ", method.getAnnotation(Select.class).value())
            .replace("${turn_of_place}", PostgresDialect.turnOfPlace("\"sim_part\""))
            .replace("${schema}", "\"sim_part\"")
            .replaceAll("#\\{(simulation|segment)}", "\\$1")
            .replaceAll("#\\{(turn|from)}", "\\$2")
            .replace("#{to}", "$3")
            .replace("#{known,jdbcType=BINARY}", "$3");
    List<String> explained =
        TestServer.get()
            .ask(
                database,
                "SET plan_cache_mode = force_" + plan + "_plan",
                "PREPARE read (uuid, int, " + third + ") AS " + sql,
                "EXPLAIN ANALYZE EXECUTE read ('"
                    + id
                    + "', 2, "
                    + (third.equals("int") ? "3)" : "sha256('a state that is known'))"));
    return explained.stream()
        .filter(line -> !line.contains("(never executed)"))
        .flatMap(line -> PARTITION.matcher(line).results().map(found -> found.group(1)))
        .distinct()
        .toList();
  }
}
