package dev.stateline.benchmarks.micro;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stateline.benchmarks.workload.Workload;
import dev.stateline.benchmarks.workload.Workloads;
import dev.stateline.codec.JacksonDocumentTools;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a typed state, or from text, to canonical bytes with their hash; and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CanonicalBenchmark {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The workload whose first state is taken. */
  @Param({"W1-8", "W1-80", "W1-800"})
  public String workload;

  private Coded<?> coded;
  private byte[] text;
  private Document document;

  private record Coded<S>(Workload<S> workload, S state) {

    static <S> Coded<S> first(Workload<S> workload) {
      return new Coded<>(workload, workload.turns().next().state());
    }

    Document encode() {
      return workload.codec().encode(state);
    }

    S decode(Document document) {
      return workload.codec().decode(document);
    }
  }

  /** Makes the state. */
  @Setup
  public void prepare() throws JsonProcessingException {
    coded = Coded.first(Workloads.named(workload));
    text = MAPPER.writeValueAsBytes(coded.state());
    document = coded.encode();
  }

  /** Stateline, from the typed state. */
  @Benchmark
  public Sha256 encodeAndHash() {
    return coded.encode().hash();
  }

  /** Stateline, from JSON text whose keys stand in any order. */
  @Benchmark
  public Sha256 canonicalizeTextAndHash() {
    return new JacksonDocumentTools().canonicalize(text).hash();
  }

  /** Stateline, back to the typed state. */
  @Benchmark
  public Object decode() {
    return coded.decode(document);
  }

  /** What one writes without a library: a tree, its keys sorted, its text hashed. */
  @Benchmark
  public byte[] sortTreeAndHash() throws JsonProcessingException, NoSuchAlgorithmException {
    JsonNode sorted = sorted(MAPPER.valueToTree(coded.state()));
    return MessageDigest.getInstance("SHA-256").digest(MAPPER.writeValueAsBytes(sorted));
  }

  private static JsonNode sorted(JsonNode node) {
    if (node instanceof ObjectNode object) {
      SortedMap<String, JsonNode> members = new TreeMap<>();
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        members.put(member.getKey(), sorted(member.getValue()));
      }
      ObjectNode result = MAPPER.createObjectNode();
      result.setAll(members);
      return result;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode result = MAPPER.createArrayNode();
      for (Iterator<JsonNode> elements = array.elements(); elements.hasNext(); ) {
        result.add(sorted(elements.next()));
      }
      return result;
    }
    return node;
  }
}
