package dev.stateline.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.bootstrap.configuration.PersistenceConfiguration;
import dev.stateline.bootstrap.configuration.PersistenceOptions;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceProvider;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.spi.SettingProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PersistenceCatalogTest {

  private static final PersistenceOptions OPTIONS =
      new PersistenceOptions(10, 5, true, false, 64, 90);

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
    return catalog(new Shelf()).check(configuration(type, connection));
  }

  private static PersistenceConfiguration configuration(
      String type, Map<String, String> connection) {
    return new PersistenceConfiguration(type, connection, Optional.empty(), OPTIONS);
  }

  private static PersistenceCatalog catalog(PersistenceProvider... providers) {
    return new PersistenceCatalog(new ClassPath.Found<>(List.of(providers), List.of()));
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
  void of_two_providers_of_one_type_neither_is_taken_and_both_are_named() {
    PersistenceCatalog catalog = catalog(new Shelf(), new OtherShelf());

    assertThat(catalog.types()).isEmpty();
    assertThat(catalog.problems())
        .singleElement()
        .asString()
        .contains(Shelf.class.getName(), OtherShelf.class.getName());
    assertThat(catalog.check(configuration("shelf", Map.of())))
        .singleElement()
        .asString()
        .contains("persistence.type: two providers on the class path have the type 'shelf'");
  }

  @Test
  void a_provider_that_does_what_it_should_not_is_named_and_hides_no_other() {
    PersistenceCatalog catalog =
        catalog(
            new Shelf(),
            new Shelf() {
              @Override
              public String type() {
                throw new NoClassDefFoundError("org/example/Wood");
              }
            });

    assertThat(catalog.types()).containsExactly("shelf");
    assertThat(catalog.problems())
        .singleElement()
        .asString()
        .contains("the adapter threw NoClassDefFoundError in type, at ", "org/example/Wood");
  }

  @Test
  void a_provider_whose_checks_and_opening_fail_is_told_as_a_setting_and_as_unusable() {
    PersistenceCatalog catalog =
        catalog(
            new Shelf() {
              @Override
              public List<SettingProblem> check(PersistenceSettings settings) {
                return null;
              }
            });

    assertThat(catalog.check(configuration("shelf", Map.of())))
        .singleElement()
        .asString()
        .contains("persistence.type: adapter 'shelf' gave null in check, at ");
    assertThatThrownBy(() -> catalog.open(configuration("shelf", Map.of()), AccessMode.READ_WRITE))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("adapter 'shelf' threw UnsupportedOperationException in open, at ")
        .hasMessageContaining("a shelf is not opened");
  }
}
