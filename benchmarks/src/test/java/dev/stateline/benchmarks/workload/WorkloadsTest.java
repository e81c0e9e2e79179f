package dev.stateline.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stateline.domain.document.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkloadsTest {

  private static final int TURNS = 13;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static List<Workload<?>> workloads() {
    return Workloads.all();
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void two_walks_give_the_same_turns(Workload<?> workload) {
    assertThat(hashes(workload)).isEqualTo(hashes(workload));
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void every_turn_has_another_state(Workload<?> workload) {
    assertThat(hashes(workload)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "W1-8, 8000, 9",
    "W1-80, 80000, 9",
    "W1-800, 800000, 2",
    "W2, 80000, 9",
    "W4, 80000, 2",
    "W5-2, 2000, 100",
    "W5-6, 6000, 100"
  })
  void states_are_as_large_as_the_name_says(String name, double bytes, int turns) {
    double mean =
        documents(Workloads.named(name), turns).stream()
            .mapToInt(Document::size)
            .average()
            .orElseThrow();
    assertThat(mean).isCloseTo(bytes, Percentage.withPercentage(10));
  }

  @ParameterizedTest
  @CsvSource({"W1-8", "W1-80", "W1-800"})
  void two_percent_of_the_leaves_change_each_turn(String name) throws IOException {
    assertThat(changedShare(Workloads.named(name), leaf -> true)).isCloseTo(0.02, within(0.002));
  }

  @Test
  void twenty_percent_of_the_numbers_drift_in_the_second_workload() throws IOException {
    assertThat(changedShare(Workloads.named("W2"), JsonNode::isNumber))
        .isCloseTo(0.2, within(0.02));
  }

  @Test
  void no_two_workloads_have_one_name() {
    assertThat(Workloads.all()).extracting(Workload::name).doesNotHaveDuplicates();
  }

  private static <S> List<Document> documents(Workload<S> workload, int count) {
    List<Document> documents = new ArrayList<>();
    Iterator<WorkTurn<S>> turns = workload.turns();
    for (int i = 0; i < count; i++) {
      documents.add(workload.codec().encode(turns.next().state()));
    }
    return documents;
  }

  private static List<Object> hashes(Workload<?> workload) {
    return documents(workload, TURNS).stream().map(document -> (Object) document.hash()).toList();
  }

  private static double changedShare(Workload<?> workload, Predicate<JsonNode> counted)
      throws IOException {
    List<Document> documents = documents(workload, TURNS);
    double changed = 0;
    double all = 0;
    for (int i = 1; i < documents.size(); i++) {
      Map<String, JsonNode> before = leaves(documents.get(i - 1), counted);
      Map<String, JsonNode> after = leaves(documents.get(i), counted);
      changed +=
          after.entrySet().stream()
              .filter(leaf -> !leaf.getValue().equals(before.get(leaf.getKey())))
              .count();
      all += after.size();
    }
    return changed / all;
  }

  private static Map<String, JsonNode> leaves(Document document, Predicate<JsonNode> counted)
      throws IOException {
    Map<String, JsonNode> leaves = new HashMap<>();
    collect("", MAPPER.readTree(document.bytes()), leaves);
    leaves.values().removeIf(counted.negate());
    return leaves;
  }

  private static void collect(String path, JsonNode node, Map<String, JsonNode> leaves) {
    if (node.isObject()) {
      node.properties().forEach(e -> collect(path + "/" + e.getKey(), e.getValue(), leaves));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(path + "/" + i, node.get(i), leaves);
      }
    } else {
      leaves.put(path, node);
    }
  }
}
