package dev.stateline.application.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.engine.ActionSource;
import dev.stateline.domain.engine.GameEngine;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.Upcaster;
import dev.stateline.domain.port.StateCodec;
import dev.stateline.domain.spi.EngineProvider;
import dev.stateline.domain.spi.PersistenceProvider;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A default method of an interface that a guard does not hand on would never reach its author. */
class GuardedMethodsTest {

  static Stream<Arguments> guards() {
    return Stream.of(
        Arguments.of(EngineProvider.class, GuardedProvider.class),
        Arguments.of(Scenario.class, GuardedScenario.class),
        Arguments.of(StateCodec.class, GuardedCodec.class),
        Arguments.of(ActionSource.class, GuardedActionSource.class),
        Arguments.of(GameEngine.class, GuardedEngine.class),
        Arguments.of(Upcaster.class, GuardedUpcaster.class),
        Arguments.of(PersistenceProvider.class, GuardedAdapter.class));
  }

  @ParameterizedTest
  @MethodSource("guards")
  void each_method_is_guarded(Class<?> strangers, Class<?> guarded) {
    List<String> methods =
        Arrays.stream(strangers.getDeclaredMethods())
            .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
            .map(Method::getName)
            .toList();

    assertThat(guarded.getDeclaredMethods()).extracting(Method::getName).containsAll(methods);
  }
}
