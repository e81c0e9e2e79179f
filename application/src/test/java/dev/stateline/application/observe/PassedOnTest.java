package dev.stateline.application.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.port.AuditPort;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.spi.Persistence;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an adapter does better than its interface is not lost where it is measured. */
class PassedOnTest {

  record Measured(Class<?> port, Class<?> measured) {}

  static List<Measured> measured() {
    return List.of(
        new Measured(Persistence.class, MeasuredPersistence.class),
        new Measured(StatePersistencePort.class, MeasuredStates.class),
        new Measured(AuditPort.class, MeasuredAudit.class));
  }

  @ParameterizedTest
  @MethodSource("measured")
  void every_method_of_a_port_is_passed_on(Measured pair) {
    assertThat(Arrays.stream(pair.port().getMethods()).map(PassedOnTest::signature))
        .isSubsetOf(
            Arrays.stream(pair.measured().getDeclaredMethods())
                .map(PassedOnTest::signature)
                .toList());
  }

  private static String signature(Method method) {
    return method.getName() + Arrays.toString(method.getParameterTypes());
  }
}
