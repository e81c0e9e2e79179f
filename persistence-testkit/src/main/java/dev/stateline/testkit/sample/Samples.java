package dev.stateline.testkit.sample;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.naming.CheckpointId;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.port.IdSource;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.State;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes what a test writes: ids and moments come from a counter, so that every run of a test writes
 * the same; hashes are computed as the domain does. Thread-safe.
 */
public final class Samples implements IdSource {

  private static final Instant EPOCH = Instant.parse("2026-03-01T12:00:00.000001Z");

  private final AtomicLong ids = new AtomicLong();
  private final AtomicLong moments = new AtomicLong();

  /** A UUID of version 7 whose millisecond is the count of those given before. */
  @Override
  public UUID next() {
    long count = ids.incrementAndGet();
    long millisecond = EPOCH.toEpochMilli() + count;
    return new UUID(millisecond << 16 | 0x7000L, 0x8000_0000_0000_0000L | count);
  }

  /** A moment one second and one microsecond after the one before. */
  public Instant now() {
    return EPOCH.plus(moments.incrementAndGet() * 1_000_001, ChronoUnit.MICROS);
  }

  /** A document of text that is canonical JSON already. */
  public static Document document(String canonicalJson) {
    return Document.ofCanonical(canonicalJson.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The state of a city: some hundred bytes, of which only the population is another in each turn,
   * so that a store may keep the difference instead of the state.
   */
  public static Document city(int population) {
    String districts =
        IntStream.range(0, 40)
            .mapToObj(i -> Integer.toString(i * 7919 % 1000))
            .collect(Collectors.joining(",", "[", "]"));
    return document("{\"districts\":" + districts + ",\"population\":" + population + "}");
  }

  /** The provenance of an engine of this version and seed. */
  public static Provenance provenance(String engineVersion, long seed) {
    return new Provenance("sample-engine", engineVersion, Sha256.ofUtf8("configuration"), seed);
  }

  /** Begins the description of a simulation that does not exist yet. */
  public SimulationSample simulation(String name) {
    return new SimulationSample(this, name);
  }

  /** Begins the description of a turn that follows a state. */
  public TurnSample turnAfter(State head, WriterEpoch epoch) {
    return new TurnSample(this, head, epoch);
  }

  /** A named checkpoint of a state, for the simulation that wrote it. */
  public Checkpoint checkpoint(State state, String name) {
    return checkpoint(state, name, CheckpointKind.NAMED);
  }

  /** A checkpoint of a state, for the simulation that wrote it. */
  public Checkpoint checkpoint(State state, String name, CheckpointKind kind) {
    return new Checkpoint(
        new CheckpointId(next()),
        state.simulation(),
        new CheckpointName(name),
        kind,
        state.ref(),
        now(),
        document("{\"note\":\"sample\"}"));
  }
}
