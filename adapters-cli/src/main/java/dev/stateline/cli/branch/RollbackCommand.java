package dev.stateline.cli.branch;

import dev.stateline.application.branch.RollbackReport;
import dev.stateline.application.branch.RollbackRequest;
import dev.stateline.application.history.TurnReference;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.NarrowText;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.Confirmation;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.OutputOption;
import dev.stateline.cli.session.Session;
import dev.stateline.cli.session.UsageException;
import dev.stateline.cli.terminal.ShellWord;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code stateline rollback}. */
@Command(
    name = "rollback",
    header = "Put a simulation back to an earlier turn.",
    description =
        "%nThe turns after T stay readable as an archived simulation, with the checkpoints that"
            + " lie there; with --discard they are deleted for good, unless a fork or a named"
            + " checkpoint needs them.",
    footer = "Example: stateline rollback first@12")
final class RollbackCommand implements Callable<Integer> {

  private static final List<Column<RollbackReport>> COLUMNS =
      List.of(
          Column.of("name", r -> r.simulation().name()),
          Column.of("status", r -> r.simulation().status().text()),
          Column.<RollbackReport>of("head_turn", r -> r.simulation().head().turn().value())
              .headed("turn"),
          Column.<RollbackReport>of("tail_name", r -> r.tail().map(Simulation::name))
              .headed("later turns"),
          Column.<RollbackReport>of("id", r -> r.simulation().id()).narrowedBy(NarrowText::ofId),
          Column.hidden("tail_id", r -> r.tail().map(Simulation::id)),
          Column.hidden("chain_hash", r -> r.simulation().head().chainHash()));

  @Parameters(
      paramLabel = "N@T",
      description = "The simulation and the turn to go back to, for example first@12.")
  private TurnReference reference;

  @Option(names = "--discard", description = "Delete the turns after T; asks first.")
  private boolean discard;

  @Option(
      names = "--tail",
      paramLabel = "NAME",
      description = "The name under which they stay; N-until-HEAD by default.")
  private Optional<SimulationName> tail;

  @Option(
      names = "--take-over",
      description = "Do it even though another writer lives; that one's next commit is refused.")
  private boolean takeOver;

  @Mixin private Confirmation confirmation;

  @Mixin private OutputOption output;

  private final Session session;

  RollbackCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (discard && tail.isPresent()) {
      throw new UsageException("--discard leaves nothing that --tail could name; give one of them");
    }
    try (Workspace workspace = session.openForWriting()) {
      Simulation simulation = workspace.stateline().simulations().find(reference.simulation());
      TurnNumber turn = workspace.stateline().history().turn(simulation, reference.turn());
      if (discard && !confirmation.given(session, intent(simulation, turn))) {
        return ExitCode.FAILED;
      }
      RollbackReport report = workspace.stateline().branches().rollBack(request(simulation, turn));
      Rows.print(session.console(), output.format(), COLUMNS, List.of(report));
      proposeNext(report);
    }
    return ExitCode.DONE;
  }

  private RollbackRequest request(Simulation simulation, TurnNumber turn) {
    return new RollbackRequest(
        simulation,
        turn,
        discard ? RollbackRequest.Tail.DISCARD : RollbackRequest.Tail.KEEP,
        tail,
        takeOver ? TakeOver.FORCE : TakeOver.REFUSE);
  }

  private static String intent(Simulation simulation, TurnNumber turn) {
    return "This puts simulation '"
        + simulation.name()
        + "' back to turn "
        + turn
        + " and deletes its turns after that, up to turn "
        + simulation.head().turn()
        + ", for good.";
  }

  private void proposeNext(RollbackReport report) {
    session.console().note("Next:");
    propose("resume ", report.simulation());
    report.tail().ifPresent(left -> propose("history ", left));
  }

  private void propose(String command, Simulation simulation) {
    String word = ShellWord.of(simulation.name().value());
    session.console().note("  " + session.proposal(command + word));
  }
}
