package dev.stateline.benchmarks.measure;

import dev.stateline.benchmarks.workload.WorkTurn;
import dev.stateline.domain.port.StateCodec;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Typed states in, durable turns out; then what they took on the disk. */
final class Appending<S> implements Phase<S> {

  private final Plan plan;
  private final Iterator<WorkTurn<S>> turns;
  private final StateCodec<S> codec;
  private final Map<Entrant<S>, Samples> all = new HashMap<>();
  private final Map<Entrant<S>, Long> bytesBefore = new HashMap<>();

  Appending(Plan plan, Iterator<WorkTurn<S>> turns, StateCodec<S> codec) {
    this.plan = plan;
    this.turns = turns;
    this.codec = codec;
  }

  @Override
  public String name() {
    return "append";
  }

  @Override
  public boolean ofReaders() {
    return false;
  }

  @Override
  public void run(List<Entrant<S>> entrants) throws SQLException {
    for (Entrant<S> entrant : entrants) {
      all.put(entrant, new Samples());
      bytesBefore.put(entrant, entrant.bytes());
    }
    long canonical = 0;
    int round = 0;
    for (int done = 0; done < plan.turns(); done += plan.block()) {
      List<WorkTurn<S>> block = block(turns, Math.min(plan.block(), plan.turns() - done));
      boolean last = done + block.size() == plan.turns();
      for (Entrant<S> entrant : Phase.inOrder(entrants, round++)) {
        int patience = entrant.contender().patience();
        if (patience >= block.size()) {
          appendBlock(entrant, block);
        } else if (last) {
          appendBlock(entrant, block.subList(0, patience));
        }
      }
      canonical += block.stream().mapToLong(this::canonicalBytes).sum();
    }
    for (Entrant<S> entrant : entrants) {
      entrant.add(Measure.APPEND_P50, all.get(entrant).percentile(50));
      entrant.add(Measure.APPEND_P99, all.get(entrant).percentile(99));
      long bytes = entrant.bytes() - bytesBefore.get(entrant);
      entrant.add(Measure.DISK, (double) bytes / all.get(entrant).count());
      entrant.add(Measure.CANONICAL, (double) canonical / plan.turns());
    }
  }

  static <S> List<WorkTurn<S>> block(Iterator<WorkTurn<S>> turns, int size) {
    List<WorkTurn<S>> block = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      block.add(turns.next());
    }
    return block;
  }

  private void appendBlock(Entrant<S> entrant, List<WorkTurn<S>> block) throws SQLException {
    long log = entrant.walPosition();
    Samples samples = append(entrant, block);
    all.get(entrant).addAll(samples);
    entrant.add(Measure.APPEND, samples.rate());
    if (log > 0) {
      entrant.add(Measure.WAL, (double) (entrant.walPosition() - log) / block.size());
    }
  }

  private Samples append(Entrant<S> entrant, List<WorkTurn<S>> block) throws SQLException {
    Samples samples = new Samples();
    for (WorkTurn<S> turn : block) {
      long start = System.nanoTime();
      entrant.history().append(turn);
      samples.add(System.nanoTime() - start);
    }
    return samples;
  }

  private long canonicalBytes(WorkTurn<S> turn) {
    long deeds =
        turn.actions().stream().mapToLong(action -> action.document().size()).sum()
            + turn.outcomes().stream().mapToLong(outcome -> outcome.document().size()).sum();
    return codec.encode(turn.state()).size() + deeds;
  }
}
