package dev.stateline.cli.look;

import dev.stateline.application.branch.Origin;
import dev.stateline.application.catalog.SimulationCatalog;
import dev.stateline.application.workspace.SimulationFacts;
import dev.stateline.application.workspace.SimulationFacts.Change;
import dev.stateline.application.workspace.SimulationFacts.Stretch;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.output.DocumentText;
import dev.stateline.cli.output.HumanNumber;
import dev.stateline.cli.terminal.Console;
import dev.stateline.cli.terminal.FoldedText;
import dev.stateline.cli.terminal.PrintableText;
import dev.stateline.cli.terminal.Style.Part;
import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.simulation.Simulation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The facts of a run as lines for people. */
final class FactsLines {

  private static final int LABEL = 12;
  private static final int WIDEST = 1_000_000_000;
  private static final int NARROW_HANGING = 4;

  private final Console console;
  private final Workspace workspace;

  FactsLines(Console console, Workspace workspace) {
    this.console = console;
    this.workspace = workspace;
  }

  void print(SimulationFacts facts) {
    Simulation simulation = facts.simulation();
    SimulationCatalog catalog = workspace.stateline().simulations();
    line("simulation", simulation.name() + " (" + simulation.id() + ")");
    line("status", catalog.standing(simulation) + " at turn " + turns(simulation));
    simulation.statusReason().ifPresent(reason -> line("because", reason));
    select(simulation, "/scenario").ifPresent(name -> line("scenario", name.replace("\"", "")));
    select(simulation, "/parameters").ifPresent(values -> line("parameters", values));
    line("seed", Long.toString(simulation.seed()));
    facts.engines().forEach(stretch -> line("engine", engine(stretch)));
    workspace
        .stateline()
        .branches()
        .origin(simulation.id())
        .ifPresent(origin -> line("parent", parent(catalog, origin)));
    facts.interventions().forEach(change -> line("changed", changed(change)));
    checkpoints(facts.checkpoints());
    line(
        "states",
        HumanNumber.bytes(facts.documentBytes())
            + ", stored in "
            + HumanNumber.bytes(facts.storedBytes()));
    line("created", simulation.createdAt().toString());
    line("last turn", facts.lastTurnAt().toString());
    line(
        "time",
        String.format(
            Locale.ROOT, "%.1f s in actions and engine", facts.processingTime().toMillis() / 1e3));
    line("writer", writer(catalog, simulation));
    if (!simulation.metadata().equals(Document.EMPTY_OBJECT)) {
      line("metadata", DocumentText.spaced(simulation.metadata()));
    }
    console.flush();
  }

  private Optional<String> select(Simulation simulation, String pointer) {
    return workspace.documents().select(simulation.config(), pointer).map(DocumentText::spaced);
  }

  private static String turns(Simulation simulation) {
    return simulation.head().turn()
        + simulation.targetTurn().map(target -> " of " + target).orElse("");
  }

  private static String engine(Stretch stretch) {
    String turns =
        stretch.from().equals(stretch.to())
            ? "turn " + stretch.from()
            : "turns " + stretch.from() + " to " + stretch.to();
    return turns
        + ": "
        + stretch.provenance().engineName()
        + " "
        + stretch.provenance().engineVersion()
        + ", parameters "
        + stretch.provenance().configurationHash().hex().substring(0, 12)
        + ", seed "
        + stretch.provenance().seed();
  }

  private static String changed(Change change) {
    return "turn "
        + change.turn()
        + " by "
        + change.intervention().author()
        + ": "
        + change.intervention().reason();
  }

  private static String parent(SimulationCatalog catalog, Origin origin) {
    return catalog.nameOf(origin.simulation()) + "@" + origin.turn();
  }

  /** Those that people named, each; of the automatic ones, how many. */
  private void checkpoints(List<Checkpoint> all) {
    List<Checkpoint> automatic = all.stream().filter(c -> c.name().isAutomatic()).toList();
    all.stream()
        .filter(c -> !automatic.contains(c))
        .forEach(c -> line("checkpoint", c.name() + " at turn " + c.state().turn()));
    if (!automatic.isEmpty()) {
      line(
          "checkpoints",
          automatic.size()
              + " automatic, the last at turn "
              + automatic.get(automatic.size() - 1).state().turn());
    }
  }

  private static String writer(SimulationCatalog catalog, Simulation simulation) {
    String times =
        simulation.epoch().value() + (simulation.epoch().value() == 1 ? " opening" : " openings");
    return simulation
            .writer()
            .map(who -> who + (catalog.hasLivingWriter(simulation.id()) ? "" : " (dead)"))
            .orElse("nobody now")
        + ", "
        + times
        + " so far";
  }

  private void line(String label, String text) {
    String padded = String.format("%-" + LABEL + "s ", label);
    String line = padded + PrintableText.of(text);
    int columns = console.facts().output() ? console.facts().columns() : WIDEST;
    int longest = Stream.of(line.split(" ")).mapToInt(PrintableText::width).max().orElse(0);
    int hanging = LABEL + 1 + longest <= columns ? LABEL + 1 : NARROW_HANGING;
    String folded = String.join("\n", FoldedText.of(line, columns, hanging));
    console.println(
        console.style().paint(Part.HEADING, padded) + folded.substring(padded.length()));
  }
}
