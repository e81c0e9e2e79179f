package dev.stateline.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code stats -o prometheus} prints is what Prometheus reads. */
class PrometheusTextTest {

  /** The text format 0.0.4: a sample is a name, labels in braces, and a number. */
  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*)"
              + "(?:\\{([a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\n\"])*\",?)*})?"
              + " (-?[0-9.]+(?:E-?[0-9]+)?|NaN|[+-]Inf)");

  private static final Pattern COMMENT =
      Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");

  @TempDir private Path folder;

  private final Map<String, String> types = new HashMap<>();
  private final Map<String, Double> samples = new HashMap<>();

  @BeforeEach
  void a_run_whose_name_has_what_must_be_escaped() {
    run("run", "--name", "he said \"no\\way\"", "--turns", "2");
  }

  private String run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--db", folder.resolve("a.db").toString()));
    int code = ProgramInProcess.run(Map.of(), all, InputStream.nullInputStream(), out, err);
    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Reads the text by the rules of its format. */
  private void read(String text) {
    assertThat(text).endsWith("\n");
    Set<String> closed = new HashSet<>();
    String family = "";
    for (String line : text.lines().toList()) {
      Matcher comment = COMMENT.matcher(line);
      Matcher sample = SAMPLE.matcher(line);
      if (comment.matches()) {
        if (!comment.group(2).equals(family)) {
          assertThat(closed.add(comment.group(2))).as("one block: %s", line).isTrue();
          family = comment.group(2);
        }
        if (comment.group(1).equals("TYPE")) {
          types.put(family, comment.group(3));
        }
      } else {
        assertThat(sample.matches()).as(line).isTrue();
        assertThat(sample.group(1)).as(line).startsWith(family);
        String series = line.substring(0, line.lastIndexOf(' '));
        assertThat(samples.put(series, Double.valueOf(sample.group(3)))).as(line).isNull();
      }
    }
  }

  @Test
  void the_text_keeps_the_rules_of_its_format() {
    read(run("stats", "-o", "prometheus"));
    assertThat(types)
        .containsEntry("stateline_simulation_turns", "gauge")
        .containsEntry("stateline_read_seconds", "histogram")
        .containsEntry("stateline_read_turns_total", "counter");
    assertThat(samples)
        .containsEntry("stateline_simulation_turns{simulation=\"he said \\\"no\\\\way\\\"\"}", 3.0)
        .containsEntry("stateline_simulations{status=\"completed\"}", 1.0)
        .containsEntry("stateline_read_turns_total{what=\"history\"}", 3.0)
        .containsEntry("stateline_pool_connections{pool=\"readers\",state=\"active\"}", 0.0);
  }

  @Test
  void every_name_has_its_unit_as_prometheus_wants_it() {
    read(run("stats", "-o", "prometheus"));
    assertThat(types.keySet()).allMatch(name -> name.startsWith("stateline_"));
    assertThat(types)
        .allSatisfy(
            (name, type) ->
                assertThat(name.endsWith("_total")).as(name).isEqualTo(type.equals("counter")));
    assertThat(types.keySet()).noneMatch(name -> name.matches(".*_(ms|millis.*|kb|mb)(_.*)?"));
  }

  @Test
  void the_names_in_a_table_are_those_of_the_text() {
    read(run("stats", "-o", "prometheus"));
    Set<String> names = new HashSet<>();
    samples.keySet().forEach(series -> names.add(series.replaceAll("\\{.*", "")));
    names.removeIf(name -> name.endsWith("_bucket"));
    String csv = run("stats", "-o", "csv");
    assertThat(csv.lines().skip(1).map(line -> line.split(",")[0]).distinct())
        .containsExactlyInAnyOrderElementsOf(names);
  }
}
