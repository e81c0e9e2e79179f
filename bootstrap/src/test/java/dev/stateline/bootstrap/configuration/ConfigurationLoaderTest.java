package dev.stateline.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.workspace.Setting;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationLoaderTest {

  private static final String AT = "simulation.state_management.persistence.";

  private static final String SEED =
      """
      simulation:
        state_management:
          persistence:
            enabled: true
            type: postgresql  # or sqlite for development
            connection:
              host: localhost
              port: 5432
              database: llm_sim
              username: sim_user
            options:
              pool_size: 10
              checkpoint_interval: 5  # turns
              compress_states: true
              retention_days: 90
      """;

  @TempDir private Path folder;

  private LoadedConfiguration load(Map<String, String> environment, String yaml)
      throws IOException {
    Path file = Files.writeString(folder.resolve("any.yaml"), yaml);
    return new ConfigurationLoader(environment, folder).load(Optional.of(file), Optional.empty());
  }

  private static String persistence(String lines) {
    return "simulation:\n  state_management:\n    persistence:\n" + lines.indent(6);
  }

  private static Map<String, String> origins(LoadedConfiguration loaded) {
    return loaded.settings().stream().collect(Collectors.toMap(Setting::path, Setting::origin));
  }

  @Test
  void defaults_are_sqlite_here() {
    LoadedConfiguration loaded =
        new ConfigurationLoader(Map.of(), folder).load(Optional.empty(), Optional.empty());
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.persistence())
        .isEqualTo(
            new PersistenceConfiguration(
                "sqlite",
                Map.of("path", "./stateline.db"),
                Optional.empty(),
                new PersistenceOptions(10, 5, true, false, 64, 90)));
    assertThat(origins(loaded).values()).containsOnly("default");
  }

  @Test
  void the_seeds_example_loads_as_it_stands() throws IOException {
    LoadedConfiguration loaded = load(Map.of(), SEED);
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.persistence())
        .isEqualTo(
            new PersistenceConfiguration(
                "postgresql",
                Map.of(
                    "host", "localhost",
                    "port", "5432",
                    "database", "llm_sim",
                    "username", "sim_user"),
                Optional.empty(),
                new PersistenceOptions(10, 5, true, false, 64, 90)));
  }

  @Test
  void what_stands_under_connection_is_handed_to_the_adapter_as_it_is() throws IOException {
    LoadedConfiguration loaded =
        load(
            Map.of("STATELINE_CONNECTION_SCHEMA", "games"),
            persistence("type: postgresql\nconnection: { partitions: 8, anything: else }\n"));
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.persistence().settings(AccessMode.READ_ONLY).connection())
        .isEqualTo(Map.of("partitions", "8", "anything", "else", "schema", "games"));
  }

  @Test
  void every_setting_can_be_set_in_a_file() throws IOException {
    LoadedConfiguration loaded =
        load(
            Map.of(),
            persistence(
                """
                enabled: true
                type: sqlite
                connection: { path: a.db }
                options: { pool_size: 3, checkpoint_interval: 7, compress_states: false,
                           queryable: true, cache_mb: 0, retention_days: 1 }
                """));
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.persistence())
        .isEqualTo(
            new PersistenceConfiguration(
                "sqlite",
                Map.of("path", "a.db"),
                Optional.empty(),
                new PersistenceOptions(3, 7, false, true, 0, 1)));
    assertThat(origins(loaded).values()).allMatch(origin -> origin.startsWith("file "));
  }

  @Test
  void the_environment_goes_before_the_file_and_options_before_both() throws IOException {
    Path file = Files.writeString(folder.resolve("any.yaml"), SEED);
    Map<String, String> environment =
        Map.of(
            "STATELINE_CONFIG", file.toString(),
            "STATELINE_PERSISTENCE_TYPE", "sqlite",
            "STATELINE_CONNECTION_PATH", "env.db",
            "STATELINE_OPTIONS_POOL_SIZE", "2",
            "STATELINE_OPTIONS_COMPRESS_STATES", "false",
            "STATELINE_OPTIONS_QUERYABLE", "true",
            "STATELINE_OPTIONS_CACHE_MB", "256",
            "STATELINE_TEST_ANY", "x",
            "STATELINE_DB_PASSWORD", "secret");
    ConfigurationLoader loader = new ConfigurationLoader(environment, folder);
    LoadedConfiguration loaded = loader.load(Optional.empty(), Optional.empty());
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.persistence())
        .isEqualTo(
            new PersistenceConfiguration(
                "sqlite",
                Map.of("path", "env.db"),
                Optional.of(new Secret("secret")),
                new PersistenceOptions(2, 5, false, true, 256, 90)));
    assertThat(origins(loaded))
        .containsEntry(AT + "type", "environment STATELINE_PERSISTENCE_TYPE")
        .containsEntry(AT + "options.retention_days", "file " + file);

    LoadedConfiguration chosen = loader.load(Optional.empty(), Optional.of(Path.of("flag.db")));
    assertThat(chosen.persistence().connection()).isEqualTo(Map.of("path", "flag.db"));
    assertThat(origins(chosen)).containsEntry(AT + "connection.path", "--db");
  }

  @Test
  void the_usual_file_is_read_when_it_is_there() throws IOException {
    Files.writeString(folder.resolve("stateline.yaml"), persistence("enabled: false\n"));
    LoadedConfiguration loaded =
        new ConfigurationLoader(Map.of(), folder).load(Optional.empty(), Optional.empty());
    assertThat(loaded.source()).contains("stateline.yaml");
    assertThat(loaded.persistence().type()).isEqualTo("memory");
    assertThat(loaded.persistence().connection()).isEmpty();
    assertThat(origins(loaded)).containsEntry(AT + "type", "enabled: false");
  }

  @Test
  void the_option_db_goes_before_persistence_that_is_not_enabled() throws IOException {
    Path file = Files.writeString(folder.resolve("any.yaml"), persistence("enabled: false\n"));
    LoadedConfiguration loaded =
        new ConfigurationLoader(Map.of(), folder)
            .load(Optional.of(file), Optional.of(Path.of("x.db")));
    assertThat(loaded.persistence().type()).isEqualTo("sqlite");
  }

  @Test
  void empty_files_and_sections_set_nothing() throws IOException {
    assertThat(load(Map.of(), "").problems()).isEmpty();
    assertThat(load(Map.of(), "# nothing\n").problems()).isEmpty();
    assertThat(load(Map.of(), "simulation:\n").problems()).isEmpty();
    assertThat(load(Map.of(), persistence("connection:\noptions:\n")).problems()).isEmpty();
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() throws IOException {
    LoadedConfiguration loaded =
        load(
            Map.of(
                "STATELINE_OPTION_POOL_SIZE", "1",
                "STATELINE_OPTIONS_RETENTION_DAYS", "0",
                "STATELINE_OPTIONS_POOL_SIZE", "010",
                "STATELINE_CONNECTION_PASSWORD", "hunter2"),
            persistence(
                """
                enabled: yes
                tpye: sqlite
                connection: { password: hunter2, path: [a] }
                options: { pool_size: 500, checkpoint_interval: "5", compress_states: 1, queryable: jsonb,
                           cache_mb: 64k }
                """));
    assertThat(loaded.problems())
        .containsExactlyInAnyOrder(
            AT
                + "enabled: 'yes' at line 4, column 16 is read by YAML programs in different ways;"
                + " write true or false as JSON does, or quote it where a text is meant",
            AT + "tpye: there is no such setting; did you mean 'type'?",
            AT
                + "connection.password: a secret does not stand in the configuration; put it into"
                + " the environment variable STATELINE_DB_PASSWORD, or into a file that"
                + " password_file names",
            AT + "connection.path: '[...]' is not one value",
            AT + "options.pool_size: '500' is not allowed; it is a whole number from 1 to 100",
            "STATELINE_OPTIONS_POOL_SIZE: '010' is not allowed; it is a whole number from 1 to 100",
            AT
                + "options.checkpoint_interval: '5' is not allowed; it is a whole number from 1 to"
                + " 1000000",
            AT + "options.compress_states: '1' is not allowed; it is true or false",
            AT + "options.queryable: 'jsonb' is not allowed; it is true or false",
            AT + "options.cache_mb: '64k' is not allowed; it is a whole number from 0 to 65536",
            "STATELINE_CONNECTION_PASSWORD: a secret does not stand in the configuration; put it"
                + " into the environment variable STATELINE_DB_PASSWORD, or into a file that"
                + " password_file names",
            "STATELINE_OPTIONS_RETENTION_DAYS: '0' is not allowed; it is a whole number from 1 to"
                + " 36500",
            "STATELINE_OPTION_POOL_SIZE: there is no such setting; did you mean"
                + " STATELINE_OPTIONS_POOL_SIZE?");
    assertThat(loaded.settings().toString()).doesNotContain("hunter2");
  }

  @Test
  void a_value_where_a_section_is_names_what_is_known_in_it() throws IOException {
    assertThat(load(Map.of(), "simulation: 5\n").problems())
        .containsExactly(
            "simulation: '5' stands where a section is; known in it: state_management");
    assertThat(load(Map.of(), "[]\n").problems()).hasSize(1);
    assertThat(load(Map.of(), persistence("connection: postgres://u:pw@h/db\n")).problems())
        .singleElement()
        .asString()
        .contains("postgres://u:****@h/db")
        .doesNotContain("pw");
  }

  @ParameterizedTest
  @CsvSource({
    "'a: 1\na: 2\n', a second time",
    "'a: [1,\n', line",
    "'simulation: {a: b: c}\n', line",
  })
  void a_syntax_error_is_one_line_with_its_place(String yaml, String expected) throws IOException {
    assertThat(load(Map.of(), yaml).problems())
        .singleElement()
        .asString()
        .hasLineCount(1)
        .containsIgnoringCase(expected)
        .contains("any.yaml");
  }

  @Test
  void a_file_that_cannot_be_read_is_one_clear_problem() {
    ConfigurationLoader loader = new ConfigurationLoader(Map.of(), folder);
    assertThat(loader.load(Optional.of(folder.resolve("no.yaml")), Optional.empty()).problems())
        .singleElement()
        .asString()
        .contains("there is no file")
        .contains("no.yaml");
    assertThat(loader.load(Optional.of(folder), Optional.empty()).problems())
        .singleElement()
        .asString()
        .contains("is a folder, not a file");
    assertThat(loader.load(Optional.of(Path.of("/dev/zero")), Optional.empty()).problems())
        .singleElement()
        .asString()
        .startsWith("configuration: /dev/zero is a pipe or a device, not a file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0755", "2031_07", "1.10", "1e3", "yes", "12:30", "12345678901234567890", "0x1F"})
  void a_setting_that_is_text_keeps_its_text(String text) throws IOException {
    LoadedConfiguration loaded =
        load(Map.of(), persistence("type: postgresql\nconnection: { database: " + text + " }\n"));
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.persistence().connection()).containsEntry("database", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"010", "1_0", "0xA", "+10", "10.", "1:0", "0o12"})
  void a_number_that_yaml_programs_read_in_different_ways_is_refused(String number)
      throws IOException {
    assertThat(load(Map.of(), persistence("options: { pool_size: " + number + " }")).problems())
        .containsExactly(
            AT
                + "options.pool_size: '"
                + number
                + "' at line 4, column 29 is read by YAML programs in different ways; write a whole"
                + " number from 1 to 100 as JSON does, or quote it where a text is meant");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "NULL"})
  void a_setting_without_a_value_is_not_taken_for_a_text(String nothing) throws IOException {
    assertThat(load(Map.of(), persistence("connection:\n  path: " + nothing + "\n")).problems())
        .containsExactly(
            AT
                + "connection.path: '"
                + nothing
                + "' is no value to YAML; leave the setting out, or quote the text");
  }

  @Test
  void records_refuse_what_is_out_of_range() {
    assertThatThrownBy(() -> new PersistenceOptions(0, 5, true, false, 64, 90))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("pool_size is a whole number from 1 to 100, not 0");
    assertThatThrownBy(() -> new PersistenceOptions(101, 5, true, false, 64, 90))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new PersistenceOptions(1, 0, true, false, 64, 90))
        .hasMessageContaining("checkpoint_interval");
    assertThatThrownBy(() -> new PersistenceOptions(1, 1, true, false, -1, 90))
        .hasMessage("cache_mb is a whole number from 0 to 65536, not -1");
    assertThatThrownBy(() -> new PersistenceOptions(1, 1, true, false, 64, 36_501))
        .hasMessageContaining("retention_days");
    assertThatThrownBy(
            () ->
                new PersistenceConfiguration(
                    " ",
                    Map.of(),
                    Optional.empty(),
                    new PersistenceOptions(1, 1, true, false, 64, 1)))
        .isInstanceOf(InvalidInputException.class);
  }
}
