package dev.stateline.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page shows of an example is what stands in the example. */
class DocumentationTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path EXAMPLES = ROOT.resolve("examples");
  private static final List<Path> ENTRIES =
      Stream.of("WorkspacesTest.java", "MeasuredProgramTest.java")
          .map(ROOT.resolve("bootstrap/src/test/java/dev/stateline/bootstrap")::resolve)
          .toList();
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(?:java|xml)\n(.*?)^```$");
  // A line of three dots stands for what a block leaves out.
  private static final Pattern LEFT_OUT = Pattern.compile("(?m)^\\.\\.\\.\n");

  @ParameterizedTest
  @CsvSource({
    "write-an-adapter.md, adapter-files",
    "write-a-scenario.md, scenario-epidemic",
    "embed.md, embedding-"
  })
  void every_block_of_code_stands_in_a_file_of_the_example(String page, String example)
      throws Exception {
    List<String> files = sources(example);
    List<String> blocks = blocks(Files.readString(ROOT.resolve("docs").resolve(page)));
    assertThat(blocks).isNotEmpty();
    for (String block : blocks) {
      assertThat(files.stream().anyMatch(file -> shows(file, block)))
          .as("no file of examples/%s holds what %s shows:%n%s", example, page, block)
          .isTrue();
    }
  }

  @Test
  void the_outputs_of_the_samples_are_those_of_their_own_pages() throws Exception {
    String page = Files.readString(ROOT.resolve("docs/embed.md"));
    for (String sample : List.of("embedding-state-manager", "embedding-domain")) {
      String own = Files.readString(EXAMPLES.resolve(sample).resolve("README.md"));
      assertThat(page).contains(own.substring(own.indexOf("    $ java")));
    }
  }

  private static boolean shows(String file, String block) {
    int from = 0;
    for (String part : LEFT_OUT.split(unindented(block))) {
      int at = file.indexOf(part, from);
      if (at < 0) {
        return false;
      }
      from = at + part.length();
    }
    return true;
  }

  private static List<String> blocks(String page) {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(page);
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    return blocks;
  }

  /** What is shown of the examples and of the entries for embedders. */
  private static List<String> sources(String example) throws IOException {
    List<String> sources = new ArrayList<>();
    for (Path entry : ENTRIES) {
      sources.add(unindented(Files.readString(entry)));
    }
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      for (Path file : files.filter(f -> isSource(f, example)).toList()) {
        sources.add(unindented(Files.readString(file)));
      }
    }
    return sources;
  }

  private static boolean isSource(Path file, String example) {
    String path = EXAMPLES.relativize(file).toString();
    return path.startsWith(example)
        && !path.contains("target")
        && (path.endsWith(".java") || path.endsWith("pom.xml"));
  }

  private static String unindented(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n", "", "\n"));
  }
}
