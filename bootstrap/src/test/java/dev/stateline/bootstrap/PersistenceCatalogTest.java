package dev.stateline.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.workspace.ConfigurationException;
import dev.stateline.bootstrap.configuration.PersistenceConfiguration;
import dev.stateline.bootstrap.configuration.PersistenceOptions;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceProvider;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.spi.SettingProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PersistenceCatalogTest {

  private static final PersistenceOptions OPTIONS = new PersistenceOptions(10, 5, true, false, 90);

  private static class Shelf implements PersistenceProvider {
    @Override
    public String type() {
      return "shelf";
    }

    @Override
    public List<SettingProblem> check(PersistenceSettings settings) {
      return settings.connection().keySet().stream()
          .map(key -> new SettingProblem("connection." + key, "there is no such setting"))
          .toList();
    }

    @Override
    public Persistence open(PersistenceSettings settings) {
      throw new UnsupportedOperationException("a shelf is not opened");
    }
  }

  private static final class OtherShelf extends Shelf {}

  private static List<String> check(String type, Map<String, String> connection) {
    return new PersistenceCatalog(List.of(new Shelf()))
        .check(new PersistenceConfiguration(type, connection, Optional.empty(), OPTIONS));
  }

  @Test
  void an_unknown_type_is_answered_with_the_known_ones() {
    assertThat(check("postgresql", Map.of()))
        .singleElement()
        .asString()
        .contains("no such provider on the class path: postgresql; known: shelf");
  }

  @Test
  void the_providers_problems_get_their_full_path() {
    assertThat(check("shelf", Map.of())).isEmpty();
    assertThat(check("shelf", Map.of("depth", "3")))
        .containsExactly(
            "simulation.state_management.persistence.connection.depth: there is no such setting");
  }

  @Test
  void two_providers_of_one_type_are_refused_by_name() {
    assertThatThrownBy(() -> new PersistenceCatalog(List.of(new Shelf(), new OtherShelf())))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(Shelf.class.getName())
        .hasMessageContaining(OtherShelf.class.getName());
  }
}
