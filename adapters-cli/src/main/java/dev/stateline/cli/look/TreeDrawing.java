package dev.stateline.cli.look;

import dev.stateline.application.catalog.SimulationCatalog;
import dev.stateline.application.workspace.SimulationFields;
import dev.stateline.application.workspace.SimulationTree;
import dev.stateline.application.workspace.SimulationTree.Node;
import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.NarrowText;
import dev.stateline.domain.simulation.ListedSimulation;
import dev.stateline.domain.simulation.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws the tree of simulations with strokes before their names. */
final class TreeDrawing {

  /**
   * A line of the drawing.
   *
   * @param branch what is drawn before the name
   */
  record Line(String branch, Node node) {}

  private record Strokes(String child, String through, String last) {}

  private static final Strokes BOX = new Strokes("├─ ", "│  ", "└─ ");
  private static final Strokes ASCII = new Strokes("|- ", "|  ", "`- ");
  private static final String BLANK = "   ";

  private final Strokes strokes;
  // By depth: what is drawn before the strokes of those below.
  private final List<String> indents = new ArrayList<>();

  private TreeDrawing(boolean unicode) {
    this.strokes = unicode ? BOX : ASCII;
  }

  /**
   * @param unicode whether box characters can be shown
   */
  static List<Line> of(SimulationTree tree, boolean unicode) {
    TreeDrawing drawing = new TreeDrawing(unicode);
    return tree.nodes().stream().map(drawing::line).toList();
  }

  /**
   * @param catalog asked whether what is running has stopped
   */
  static List<Column<Line>> columns(SimulationCatalog catalog) {
    return List.of(
        Column.of("name", line -> line.branch() + line.node().simulation().name()),
        Column.of("from", line -> line.node().origin().map(o -> "@" + o.turn())),
        Column.of("status", line -> SimulationFields.status(line.node().simulation(), catalog)),
        Column.<Line>of(
                "head_turn",
                line -> line.node().simulation().readable().map(s -> s.head().turn().value()))
            .headed("turn"),
        Column.<Line>of(
                "target_turn", line -> sound(line).flatMap(s -> s.targetTurn()).map(t -> t.value()))
            .headed("target"),
        Column.<Line>of("created_at", line -> sound(line).map(s -> s.createdAt()))
            .headed("created")
            .narrowedBy(NarrowText::ofMoment)
            .dispensable(2),
        Column.<Line>of("id", line -> line.node().simulation().id())
            .narrowedBy(NarrowText::ofId)
            .dispensable(1));
  }

  private static Optional<Simulation> sound(Line line) {
    ListedSimulation listed = line.node().simulation();
    return listed.defect().isPresent() ? Optional.empty() : listed.readable();
  }

  private Line line(Node node) {
    indents.subList(node.depth(), indents.size()).clear();
    if (node.depth() == 0) {
      indents.add("");
      return new Line("", node);
    }
    String before = indents.get(node.depth() - 1);
    indents.add(before + (node.isLast() ? BLANK : strokes.through()));
    return new Line(before + (node.isLast() ? strokes.last() : strokes.child()), node);
  }
}
