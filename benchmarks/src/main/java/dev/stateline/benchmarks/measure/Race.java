package dev.stateline.benchmarks.measure;

import dev.stateline.benchmarks.store.Arena;
import dev.stateline.benchmarks.store.Contender;
import dev.stateline.benchmarks.workload.WorkTurn;
import dev.stateline.benchmarks.workload.Workload;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One workload on one kind of database. The contenders do the same, by turns and in an order that
 * rotates, so that what disturbs the machine disturbs them all.
 */
public final class Race<S> {

  private final Workload<S> workload;
  private final Plan plan;
  private final Arena arena;
  private final Consumer<String> progress;

  /**
   * @param progress is told what is measured now
   */
  public Race(Workload<S> workload, Plan plan, Arena arena, Consumer<String> progress) {
    this.workload = workload;
    this.plan = plan;
    this.arena = arena;
    this.progress = progress;
  }

  /** Runs it in new databases, which are removed after it. */
  public List<Row> run() throws SQLException {
    Iterator<WorkTurn<S>> turns = workload.turns();
    WorkTurn<S> first = turns.next();
    return run(first, contender -> List.of(Past.UNBROKEN), phases(own(first), turns), Part.RACES);
  }

  /** The same with histories that were forked or transferred in their middle, where that can be. */
  public List<Row> runMoved() throws SQLException {
    Iterator<WorkTurn<S>> turns = workload.turns();
    WorkTurn<S> first = turns.next();
    List<Phase<S>> phases = phasesOfMoved(own(first).secondHalf(), turns);
    return run(first, Past::allOf, phases, Part.MOVED);
  }

  private Plan own(WorkTurn<S> first) {
    return plan.forStatesOf(workload.codec().encode(first.state()).size());
  }

  private List<Row> run(
      WorkTurn<S> first, Function<Contender, List<Past>> pasts, List<Phase<S>> phases, Part part)
      throws SQLException {
    String title = part.title(workload.name());
    List<Entrant<S>> entrants = new ArrayList<>();
    try {
      for (Contender contender : arena.contenders()) {
        for (Past past : pasts.apply(contender)) {
          if (contender.takes(workload)) {
            entrants.add(new Entrant<>(contender, past, arena.newSite(), workload, first));
          }
        }
      }
      for (Phase<S> phase : phases) {
        progress.accept(title + ", " + arena.type() + ": " + phase.name());
        phase.run(phase.ofReaders() ? entrants.stream().filter(Entrant::reads).toList() : entrants);
      }
      return entrants.stream()
          .flatMap(entrant -> entrant.rows().stream())
          .map(row -> row.at(title, row.contender()))
          .toList();
    } finally {
      for (Entrant<S> entrant : entrants) {
        entrant.close();
        arena.remove(entrant.site());
      }
    }
  }

  private List<Phase<S>> phases(Plan own, Iterator<WorkTurn<S>> turns) {
    return List.of(
        new WarmingUp<>(own, turns),
        new Appending<>(own, turns, workload.codec()),
        new AppendingOn<>(own, turns),
        new Reading<>(own),
        new Scanning<>(own),
        new Opening<>(own, workload),
        new AppendingTogether<>(own, workload),
        new Forking<>(own));
  }

  private List<Phase<S>> phasesOfMoved(Plan own, Iterator<WorkTurn<S>> turns) {
    return List.of(
        new WarmingUp<>(own, turns),
        new Moving<>(own.warmUp(), arena),
        new Appending<>(own, turns, workload.codec()),
        new AppendingOn<>(own, turns),
        new Reading<>(own),
        new Scanning<>(own));
  }
}
