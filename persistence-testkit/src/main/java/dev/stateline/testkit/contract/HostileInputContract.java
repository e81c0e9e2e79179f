package dev.stateline.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.TurnLog;
import dev.stateline.testkit.PersistenceSuite;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Names and documents that stores have stumbled over. */
public abstract class HostileInputContract extends PersistenceSuite {

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("single quote", "it's");
    names.put("double quotes", "\"world\"");
    names.put("backslash", "a\\b\\'");
    names.put("statement", "x'; DROP TABLE simulations; --");
    names.put("condition", "' OR '1'='1");
    names.put("wildcards", "100%_*?");
    names.put("parameters", "? $1 :name #{name} ${name}");
    names.put("null", "null");
    names.put("emoji", "\uD83C\uDF0D\uD83D\uDD25");
    names.put("right to left", "\u05E2\u05D5\u05DC\u05DD \u0639\u0627\u0644\u0645");
    names.put("without a mark", "cafe");
    names.put("with a mark", "caf\u00E9");
    names.put("that cannot be composed", "x\u0301");
    names.put("joined", "\uD83D\uDC68\u200D\uD83D\uDC67");
    names.put("not joined", "\uD83D\uDC68\uD83D\uDC67");
    names.put("ligature", "\uFB01ne");
    names.put("letters of the ligature", "fine");
    names.put("longest", "\uD83C\uDF0D".repeat(200));
    names.put("longest in ASCII", "n".repeat(200));
    return names;
  }

  @TestFactory
  Stream<DynamicTest> names_come_back_and_find_only_their_own() {
    created("world");
    return names().entrySet().stream()
        .map(entry -> dynamicTest(entry.getKey(), () -> assertName(entry.getValue())));
  }

  private void assertName(String name) {
    assertThat(simulations().find(new SimulationName(name))).isEmpty();
    WriterIdentity writer = new WriterIdentity(name);
    NewSimulation simulation = created(name);
    try (WriterSession session = open(simulation.id(), writer)) {
      Simulation found = simulations().find(new SimulationName(name)).orElseThrow();
      assertThat(found.id()).isEqualTo(simulation.id());
      assertThat(found.name()).isEqualTo(simulation.name());
      assertThat(found.writer()).contains(writer);
      TurnCommit commit =
          samples
              .turnAfter(simulation.initial(), session.epoch())
              .checkpoint(name, CheckpointKind.NAMED)
              .build();
      states().append(commit);
      assertThat(checkpoints().find(simulation.id(), new CheckpointName(name)))
          .isEqualTo(commit.checkpoint());
      checkpoints().delete(simulation.id(), new CheckpointName(name));
    }
    assertThat(simulations().find(new SimulationName("world"))).isPresent();
  }

  @Test
  void a_name_is_one_however_it_was_typed() {
    SimulationName typed = new SimulationName("cafe\u0301");
    NewSimulation simulation = created("caf\u00E9");
    assertThat(simulations().find(typed)).map(Simulation::name).contains(simulation.name());
    assertThat(simulations().find(simulation.id()).orElseThrow().name().value())
        .isEqualTo("caf\u00E9");
    assertRefused(ErrorCode.NAME_TAKEN, () -> created("cafe\u0301"));
    Checkpoint checkpoint = samples.checkpoint(simulation.initial(), "A\u030A");
    checkpoints().save(checkpoint);
    assertThat(checkpoints().find(simulation.id(), new CheckpointName("\u212B")))
        .contains(checkpoint);
    assertRefused(
        ErrorCode.NAME_TAKEN,
        () -> checkpoints().save(samples.checkpoint(simulation.initial(), "\u00C5")));
    checkpoints().delete(simulation.id(), new CheckpointName("\u00C5"));
    assertThat(checkpoints().list(simulation.id(), Optional.empty(), 10)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> reasons_of_a_status_come_back() {
    return Stream.of(
            "two\nlines\r\n\tand a tab",
            "'; DROP TABLE states; --",
            "\uD83D\uDD25",
            "x".repeat(10_000))
        .map(reason -> dynamicTest(reason.length() + " characters", () -> assertReason(reason)));
  }

  private void assertReason(String reason) {
    SampleRun run = run("reason " + reason.hashCode());
    writers().changeStatus(run.id(), run.epoch(), StatusChange.to(SimulationStatus.RUNNING));
    StatusChange failed = StatusChange.failed(reason);
    writers().changeStatus(run.id(), run.epoch(), failed);
    assertThat(simulations().find(run.id()).flatMap(Simulation::statusReason))
        .isEqualTo(failed.reason());
  }

  private static Map<String, Document> documents() {
    Map<String, Document> documents = new LinkedHashMap<>();
    documents.put("empty object", Document.EMPTY_OBJECT);
    documents.put("empty array", Document.EMPTY_ARRAY);
    documents.put("bare null", Samples.document("null"));
    documents.put("bare text", Samples.document("\"\""));
    documents.put("bare number", Samples.document("0"));
    documents.put("zero character", Samples.document("{\"a\\u0000b\":\"\\u0000\"}"));
    documents.put("escapes", Samples.document("{\"\\\"\\\\\":\"\\b\\f\\n\\r\\t\\u001f\"}"));
    documents.put("quotes", Samples.document("{\"'\":\"'; DROP TABLE states; --\"}"));
    documents.put("numbers", Samples.document("[1e+21,5e-324,1.7976931348623157e+308,0.1]"));
    documents.put("large integer", Samples.document("[-9007199254740991,9007199254740991]"));
    documents.put(
        "not ASCII", Samples.document("{\"\u00FC\":\"\u4E16\u754C \uD83C\uDF0D \u2028 \uFFFF\"}"));
    documents.put("deep", Samples.document("[".repeat(2_000) + "]".repeat(2_000)));
    documents.put("2 MB that compress", Samples.document("\"" + "ab".repeat(1 << 20) + "\""));
    documents.put("2 MB that do not", Samples.document("\"" + noise(1 << 21) + "\""));
    return documents;
  }

  private static String noise(int length) {
    return new Random(1)
        .ints(length, ' ', 0x7F)
        .map(c -> c == '"' || c == '\\' ? '.' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @TestFactory
  Stream<DynamicTest> documents_come_back_byte_for_byte() {
    return documents().entrySet().stream()
        .map(
            entry ->
                dynamicTest(
                    entry.getKey(), () -> assertDocument(entry.getKey(), entry.getValue())));
  }

  private void assertDocument(String name, Document document) {
    Document object = Samples.document("{\"document\":" + document.text() + "}");
    Document log = TurnLog.ofActions(List.of(new Action("actor", "kind", document)));
    SampleRun run =
        run(samples.simulation(name).document(document).config(object).metadata(object).build());
    run.commit(turn -> turn.document(Document.EMPTY_OBJECT).actions(log));
    run.commit(turn -> turn.document(document).actions(Document.EMPTY_ARRAY).outcomes(log));
    run.commit(turn -> turn.document(document).outcomes(Document.EMPTY_ARRAY));
    Simulation simulation = simulations().find(run.id()).orElseThrow();
    assertThat(simulation.config()).isEqualTo(object);
    assertThat(simulation.metadata()).isEqualTo(object);
    assertThat(states().stateAt(run.id(), TurnNumber.ZERO)).isEqualTo(run.origin().initial());
    for (TurnCommit commit : run.commits()) {
      TurnNumber turn = commit.state().turn();
      assertThat(states().stateAt(run.id(), turn)).isEqualTo(commit.state());
      assertThat(states().transitionAt(run.id(), turn)).isEqualTo(commit.turn().transition());
    }
    assertThat(checkpoints().list(run.id(), Optional.empty(), 1)).isEmpty();
  }
}
