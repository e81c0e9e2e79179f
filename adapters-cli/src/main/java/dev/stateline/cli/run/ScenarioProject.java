package dev.stateline.cli.run;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * A Maven project with a scenario, for people who write one: the sample {@code
 * examples/scenario-epidemic} under another name.
 */
final class ScenarioProject {

  /** The files of the sample; what else lies in its folder is no part of it. */
  static final List<String> FILES =
      List.of(
          "pom.xml",
          "README.md",
          "src/main/java/org/example/epidemic/HealthOffice.java",
          "src/main/java/org/example/epidemic/Town.java",
          "src/main/java/org/example/epidemic/TownParameters.java",
          "src/main/java/org/example/epidemic/TownProvider.java",
          "src/main/java/org/example/epidemic/TownRules.java",
          "src/main/java/org/example/epidemic/TownScenario.java",
          "src/main/resources/META-INF/services/dev.stateline.domain.spi.EngineProvider",
          "src/test/java/org/example/epidemic/TownTest.java");

  private static final Pattern SAMPLE = Pattern.compile("(org[./]example[./])?epidemic");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int LONGEST_NAME = 50;

  private final Path folder;
  private final String name;

  /**
   * @param folder where it is to be; there is nothing yet, or an empty folder
   * @param name of the scenario
   * @throws InvalidInputException if it can be no name of a scenario
   */
  ScenarioProject(Path folder, String name) {
    this.folder = folder;
    this.name = name;
    if (!NAME.matcher(name).matches()
        || name.length() > LONGEST_NAME
        || !SourceVersion.isName(packageWord())) {
      throw new InvalidInputException(
          "'"
              + name
              + "' can be no scenario's name: it is of lower-case letters, digits and hyphens, at"
              + " most "
              + LONGEST_NAME
              + ", begins with a letter, and is no word of Java; give another with --name");
    }
  }

  /** A scenario's name from that of its folder: {@code My_Wörld} becomes my-world. */
  static String nameOf(Path folder) {
    String last = Objects.toString(folder.toAbsolutePath().normalize().getFileName(), "");
    return Normalizer.normalize(last, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  /** The last word of the package. */
  private String packageWord() {
    return name.replace("-", "");
  }

  /**
   * Writes the project.
   *
   * @return its files, relative to the folder
   * @throws InvalidInputException if there is something already, or the folder cannot be written
   */
  List<String> write() {
    try {
      requireFree();
      for (String file : FILES) {
        Path target = folder.resolve(renamed(file));
        Files.createDirectories(target.getParent());
        Files.writeString(target, renamed(template(file)));
      }
      return FILES.stream().map(this::renamed).toList();
    } catch (IOException e) {
      throw new InvalidInputException(
          ErrorCode.INVALID_VALUE,
          "the folder "
              + folder
              + " cannot be made and written here; give another place, or check its permissions",
          e);
    }
  }

  private void requireFree() throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (Files.isDirectory(folder)) {
      try (Stream<Path> there = Files.list(folder)) {
        if (there.findAny().isEmpty()) {
          return;
        }
      }
    }
    throw new InvalidInputException(
        "there is something at " + folder + " already; give a folder that is new or empty");
  }

  private String renamed(String text) {
    // In one go: the new name may have the sample's in it.
    return SAMPLE
        .matcher(text)
        .replaceAll(
            found -> {
              String parent = Objects.toString(found.group(1), "");
              return parent + (parent.isEmpty() ? name : packageWord());
            });
  }

  private static String template(String file) {
    try (InputStream in = ScenarioProject.class.getResourceAsStream("project/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
