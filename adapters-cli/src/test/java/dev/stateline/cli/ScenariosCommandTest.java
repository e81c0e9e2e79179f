package dev.stateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.spi.EngineProvider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenariosCommandTest {

  private static final Path SAMPLE =
      Path.of("").toAbsolutePath().getParent().resolve("examples/scenario-epidemic");

  private final Program program = new Program();
  @TempDir private Path folder;

  @Test
  void the_parameters_of_a_scenario_are_printed_with_defaults_values_and_meaning() {
    assertThat(program.run("scenarios", "world")).isZero();

    assertThat(program.out().lines().toList())
        .containsExactly(
            "parameter  default  values          meaning",
            "step       1        a whole number  how far a turn counts",
            "word       -        text            what is said");
    program.run("scenarios", "world", "-o", "json");
    assertThat(program.out())
        .contains("\"parameter\":\"step\"", "\"default_value\":1", "\"default_value\":null");
  }

  @Test
  void a_scenario_that_describes_no_parameters_is_opened_for_them() {
    program.described = List.of();
    assertThat(program.run("scenarios", "world")).isZero();

    assertThat(program.out()).isEmpty();
    assertThat(program.err())
        .isEqualTo(
            "Scenario 'world' does not describe its parameters; opened without any, they are {}\n");
  }

  @Test
  void a_scenario_that_there_is_not_is_not_found() {
    assertThat(program.run("scenarios", "wrold")).isEqualTo(3);
    assertThat(program.err()).contains("'wrold'", "world");
  }

  @Test
  void a_new_project_under_the_samples_name_is_the_sample() throws Exception {
    Path project = folder.resolve("epidemic");
    assertThat(program.run("scenarios", "new", project.toString())).isZero();

    List<String> files = files(project);
    assertThat(files).isEqualTo(files(SAMPLE));
    for (String file : files) {
      assertThat(project.resolve(file)).hasSameTextualContentAs(SAMPLE.resolve(file));
    }
    assertThat(program.out().lines().map(Path::of).map(project::relativize).map(Path::toString))
        .containsExactlyInAnyOrderElementsOf(files);
    assertThat(program.err()).contains("mvn -q package", "stateline run --scenario epidemic");
  }

  private static List<String> files(Path project) throws IOException {
    try (Stream<Path> all = Files.walk(project)) {
      return all.filter(Files::isRegularFile)
          .map(project::relativize)
          .filter(file -> !file.startsWith("target"))
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }

  @Test
  void a_new_project_compiles_under_its_own_name_and_its_scenario_opens() throws Exception {
    Path project = folder.resolve("My_World 2");
    assertThat(program.run("scenarios", "new", project.toString())).isZero();

    for (String file : files(project)) {
      assertThat(Files.readString(project.resolve(file))).doesNotContain("epidemic");
    }
    assertThat(project.resolve("src/main/java/org/example/myworld2/Town.java")).isRegularFile();
    try (URLClassLoader loader = compiled(project)) {
      EngineProvider provider =
          ServiceLoader.load(EngineProvider.class, loader).stream()
              .map(ServiceLoader.Provider::get)
              .filter(found -> found.scenario().equals("my-world-2"))
              .findFirst()
              .orElseThrow();
      try (Scenario<?> scenario = provider.open(Document.EMPTY_OBJECT)) {
        assertThat(scenario.parameters().text()).contains("\"people\":1000");
        assertThat(provider.describedParameters()).extracting(p -> p.name()).contains("first_ill");
      }
    }
  }

  private static URLClassLoader compiled(Path project) throws IOException {
    Path resources = project.resolve("src/main/resources");
    List<String> arguments =
        Stream.concat(
                Stream.of(
                    "-proc:none",
                    "-Xlint:all",
                    "-Werror",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-d",
                    resources.toString()),
                files(project).stream()
                    .filter(file -> file.startsWith("src/main/java"))
                    .map(file -> project.resolve(file).toString()))
            .toList();
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
    return new URLClassLoader(new URL[] {resources.toUri().toURL()});
  }

  @ParameterizedTest
  @CsvSource({"epidemic2, epidemic2", "my-epidemic, myepidemic", "Épidemic Ü, epidemicu"})
  void a_name_may_have_the_samples_in_it(String name, String packaged) throws Exception {
    Path project = folder.resolve(name);
    assertThat(program.run("scenarios", "new", project.toString())).isZero();

    Path town = project.resolve("src/main/java/org/example/" + packaged + "/Town.java");
    assertThat(town).content().startsWith("package org.example." + packaged + ";");
    compiled(project).close();
  }

  @Test
  void a_name_that_a_scenario_of_the_class_path_has_is_refused() {
    assertThat(program.run("scenarios", "new", folder.resolve("world").toString())).isEqualTo(2);

    assertThat(program.err()).contains("there is a scenario 'world'", "--name");
    assertThat(folder.resolve("world")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file/below", "dangling"})
  void a_place_that_cannot_be_written_is_refused_in_our_words(String place) throws Exception {
    Files.writeString(folder.resolve("file"), "mine");
    Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nowhere"));

    assertThat(program.run("scenarios", "new", folder.resolve(place).toString(), "--name", "x"))
        .isEqualTo(2);
    assertThat(program.err()).contains(place).doesNotContain("Exception", "FileSystem");
  }

  @Test
  void the_name_may_be_another_than_the_folders() throws Exception {
    Path project = folder.resolve("2022");
    assertThat(program.run("scenarios", "new", project.toString(), "--name", "flood")).isZero();

    assertThat(project.resolve("pom.xml")).content().contains("<artifactId>flood</artifactId>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2022", "class", "---"})
  void a_folder_whose_name_no_scenario_can_have_is_refused(String name) {
    assertThat(program.run("scenarios", "new", folder.resolve(name).toString())).isEqualTo(2);

    assertThat(program.err()).contains("can be no scenario's name", "--name");
    assertThat(folder.resolve(name)).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"taken/file, taken", "file, file"})
  void what_is_there_already_stays_as_it_is(String there, String given) throws Exception {
    Path file = folder.resolve(there);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "mine");

    assertThat(program.run("scenarios", "new", folder.resolve(given).toString())).isEqualTo(2);
    assertThat(program.err()).contains("there is something at", "new or empty");
    assertThat(file).hasContent("mine");
    assertThat(files(folder)).containsExactly(there);
  }
}
