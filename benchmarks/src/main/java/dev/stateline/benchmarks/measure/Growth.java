package dev.stateline.benchmarks.measure;

import dev.stateline.benchmarks.store.Arena;
import dev.stateline.benchmarks.store.Contenders;
import dev.stateline.benchmarks.store.Site;
import dev.stateline.benchmarks.workload.WorkTurn;
import dev.stateline.benchmarks.workload.Workload;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** One history of Stateline's that grows, and is measured at each of its lengths on the way. */
public final class Growth<S> {

  private static final int SHORT = 100;
  private static final int WARM_UP = 1000;
  private static final int BLOCK = 50;

  /** How many turns the rounds of scans read in all, about. */
  private static final int SCANNED = 300_000;

  private final Workload<S> workload;
  private final Plan plan;
  private final Arena arena;
  private final Consumer<String> progress;

  /**
   * @param progress is told what is measured now
   */
  public Growth(Workload<S> workload, Plan plan, Arena arena, Consumer<String> progress) {
    this.workload = workload;
    this.plan = plan;
    this.arena = arena;
    this.progress = progress;
  }

  /**
   * Runs it in new databases, which are removed after it.
   *
   * @param upTo the last length; those before are 100 and ten times each
   */
  public List<Row> run(int upTo) throws SQLException {
    if (upTo < SHORT) {
      throw new IllegalArgumentException("a history grows up to 100 turns at least, not " + upTo);
    }
    List<Integer> lengths = new ArrayList<>();
    for (long length = SHORT; length < upTo; length *= 10) {
      lengths.add((int) length);
    }
    lengths.add(upTo);
    progress.accept(title() + ", " + arena.type() + ": warming up");
    grow(List.of(Math.min(WARM_UP, upTo)));
    return grow(lengths);
  }

  private List<Row> grow(List<Integer> lengths) throws SQLException {
    Site site = arena.newSite();
    Site other = arena.newSite();
    try {
      long empty = Entrant.emptyBytes(Contenders.measured(), site);
      Iterator<WorkTurn<S>> turns = workload.turns();
      Iterator<WorkTurn<S>> same = workload.turns();
      try (Entrant<S> entrant = begin(site, turns);
          Entrant<S> small = begin(other, same)) {
        append(small, same, SHORT);
        List<Row> rows = new ArrayList<>();
        int length = 0;
        double seconds = 0;
        for (int next : lengths) {
          progress.accept(title() + ", " + arena.type() + ": " + column(next));
          double more = append(entrant, turns, next - length);
          entrant.add(Measure.APPEND, (next - length) / more);
          length = next;
          seconds += more;
          entrant.add(Measure.MADE, seconds);
          entrant.add(Measure.DISK, (double) (entrant.bytes() - empty) / (length + 1));
          measure(entrant, small, length);
          rows.addAll(take(entrant, column(length)));
        }
        return rows;
      }
    } finally {
      arena.remove(site);
      arena.remove(other);
    }
  }

  private Entrant<S> begin(Site site, Iterator<WorkTurn<S>> turns) throws SQLException {
    return new Entrant<>(Contenders.measured(), site, workload, turns.next());
  }

  /** The seconds that it took, without making the turns. */
  private double append(Entrant<S> entrant, Iterator<WorkTurn<S>> turns, int number)
      throws SQLException {
    long nanos = 0;
    for (int done = 0; done < number; done += BLOCK) {
      List<WorkTurn<S>> block = Appending.block(turns, Math.min(BLOCK, number - done));
      long start = System.nanoTime();
      for (WorkTurn<S> turn : block) {
        entrant.history().append(turn);
      }
      nanos += System.nanoTime() - start;
    }
    return nanos / 1e9;
  }

  private void measure(Entrant<S> entrant, Entrant<S> small, int length) throws SQLException {
    open(entrant, small, length);
    new Reading<S>(plan.ofTurns(length)).run(List.of(entrant));
    int rounds = Math.max(1, Math.min(plan.rounds(), SCANNED / length));
    new Scanning<S>(plan.ofTurns(length).withRounds(rounds)).run(List.of(entrant));
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      int verified = entrant.history().verify();
      entrant.add(Measure.VERIFY, verified * 1e9 / (System.nanoTime() - start));
    }
  }

  private void open(Entrant<S> entrant, Entrant<S> small, int length) throws SQLException {
    entrant.close();
    small.close();
    for (int round = 0; round < plan.rounds(); round++) {
      Map<Entrant<S>, Double> micros = new HashMap<>();
      for (Entrant<S> each : Phase.inOrder(List.of(entrant, small), round)) {
        int head = each == small ? SHORT : length;
        micros.put(each, Opening.micros(each, Entrant.NAME, head));
      }
      entrant.add(Measure.OPEN, micros.get(entrant));
      entrant.add(Measure.OPEN_SHORT, micros.get(small));
      entrant.add(Measure.OPEN_AGAINST_SHORT, micros.get(entrant) / micros.get(small));
    }
    entrant.openAgain();
    small.openAgain();
  }

  private List<Row> take(Entrant<S> entrant, String column) {
    List<Row> rows = entrant.rows().stream().map(row -> row.at(title(), column)).toList();
    entrant.forget();
    return rows;
  }

  private String title() {
    return Part.SCALE.title(workload.name());
  }

  private static String column(int length) {
    return String.format(Locale.ROOT, "%,d turns", length);
  }
}
