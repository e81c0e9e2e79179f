package dev.stateline.cli;

import dev.stateline.application.branch.Origin;
import dev.stateline.application.branch.Origins;
import dev.stateline.cli.output.Column;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.Simulation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Simulations, each under the one that it branched from, in the order of turns and creation. */
final class SimulationTree {

  /**
   * A line of the tree.
   *
   * @param branch what is drawn before the name
   * @param indent what is drawn before the branches below
   */
  record Line(String branch, String indent, Simulation simulation, Optional<Origin> origin) {}

  private record Strokes(String child, String through, String last) {}

  private static final Strokes BOX = new Strokes("├─ ", "│  ", "└─ ");
  private static final Strokes ASCII = new Strokes("|- ", "|  ", "`- ");
  private static final String BLANK = "   ";

  static final List<Column<Line>> COLUMNS =
      List.of(
          Column.of("name", line -> line.branch() + line.simulation().name()),
          Column.of("from", line -> line.origin().map(o -> "@" + o.turn())),
          Column.of("status", line -> line.simulation().status().text()),
          Column.<Line>of("head_turn", line -> line.simulation().head().turn().value())
              .headed("turn"),
          Column.<Line>of("target_turn", line -> line.simulation().targetTurn().map(t -> t.value()))
              .headed("target"),
          Column.<Line>of("created_at", line -> line.simulation().createdAt()).headed("created"),
          Column.of("id", line -> line.simulation().id()));

  private final Strokes strokes;
  private final List<Line> roots = new ArrayList<>();
  private final Map<SimulationId, List<Line>> children = new HashMap<>();

  /**
   * @param unicode whether box characters can be shown
   */
  SimulationTree(Iterable<Simulation> all, Origins origins, boolean unicode) {
    this.strokes = unicode ? BOX : ASCII;
    for (Simulation simulation : all) {
      Optional<Origin> origin = origins.of(simulation.id());
      origin
          .map(o -> children.computeIfAbsent(o.simulation(), id -> new ArrayList<>()))
          .orElse(roots)
          .add(new Line("", "", simulation, origin));
    }
    // The sort is stable: those of one turn stay in the order of their creation.
    children
        .values()
        .forEach(
            list -> list.sort(Comparator.comparing(l -> l.origin().orElseThrow().turn().value())));
  }

  /** From the top down; without recursion, since forks of forks may go very deep. */
  List<Line> lines() {
    List<Line> drawn = new ArrayList<>();
    Deque<Line> next = new ArrayDeque<>(roots);
    while (!next.isEmpty()) {
      Line line = next.pop();
      drawn.add(line);
      List<Line> below = children.getOrDefault(line.simulation().id(), List.of());
      for (int i = below.size() - 1; i >= 0; i--) {
        next.push(under(line.indent(), below.get(i), i == below.size() - 1));
      }
    }
    return drawn;
  }

  private Line under(String indent, Line line, boolean last) {
    return new Line(
        indent + (last ? strokes.last() : strokes.child()),
        indent + (last ? BLANK : strokes.through()),
        line.simulation(),
        line.origin());
  }
}
