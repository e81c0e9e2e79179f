package dev.stateline.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.time.TurnNumber;
import org.junit.jupiter.api.Test;

class TurnContextTest {

  private final TurnContext context = TurnContext.of(new TurnNumber(7), 42);

  @Test
  void it_knows_turn_and_seed_and_the_simulation_where_there_is_one() {
    assertThat(context.turn()).isEqualTo(new TurnNumber(7));
    assertThat(context.seed()).isEqualTo(42);
    assertThat(context.simulation()).isEmpty();
    assertThat(context.in(new SimulationName("world")).simulation())
        .contains(new SimulationName("world"));
    assertThat(context.simulation()).isEmpty();
  }

  @Test
  void the_name_of_the_simulation_changes_no_random_number() {
    assertThat(context.in(new SimulationName("world")).random("engine/growth").nextLong())
        .isEqualTo(context.random("engine/growth").nextLong());
  }
}
