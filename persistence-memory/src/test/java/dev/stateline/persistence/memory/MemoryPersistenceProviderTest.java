package dev.stateline.persistence.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceProvider;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.spi.SettingProblem;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class MemoryPersistenceProviderTest {

  private final PersistenceProvider provider = new MemoryPersistenceProvider();

  @Test
  void the_service_loader_finds_it_by_its_type() {
    assertThat(ServiceLoader.load(PersistenceProvider.class))
        .filteredOn(found -> found.type().equals("memory"))
        .singleElement()
        .isInstanceOf(MemoryPersistenceProvider.class);
  }

  @Test
  void settings_without_connection_keys_pass() {
    assertThat(provider.check(settings(Map.of()))).isEmpty();
  }

  @Test
  void every_connection_key_is_a_problem_and_no_value_is_repeated() {
    assertThat(provider.check(settings(Map.of("path", "./x.db", "password", "hunter2"))))
        .extracting(SettingProblem::key)
        .containsExactly("connection.password", "connection.path");
    assertThat(provider.check(settings(Map.of("password", "hunter2"))).toString())
        .doesNotContain("hunter2");
  }

  @Test
  void opening_with_problems_is_refused_and_names_all_of_them() {
    assertThatThrownBy(() -> provider.open(settings(Map.of("path", "./x.db", "port", "1"))))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION))
        .hasMessageContainingAll("connection.path", "connection.port");
  }

  @Test
  void it_says_what_it_is_and_that_it_is_well() {
    try (Persistence persistence = provider.open(settings(Map.of()))) {
      assertThat(persistence.description()).isEqualTo("memory");
      assertThat(persistence.diagnose()).extracting(Finding::grade).containsOnly(Finding.Grade.OK);
    }
  }

  private static PersistenceSettings settings(Map<String, String> connection) {
    return PersistenceSettings.at(connection, AccessMode.READ_WRITE).queryable(true).build();
  }
}
