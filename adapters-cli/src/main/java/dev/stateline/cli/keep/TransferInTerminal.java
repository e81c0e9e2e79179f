package dev.stateline.cli.keep;

import dev.stateline.application.transfer.TransferListener;
import dev.stateline.application.transfer.TransferResult;
import dev.stateline.cli.terminal.Console;
import dev.stateline.cli.terminal.Progress;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import java.util.ArrayList;
import java.util.List;

/** The progress of a transfer on a terminal, one bar a simulation; counts the copied turns too. */
final class TransferInTerminal implements TransferListener, AutoCloseable {

  private final Console console;
  private Progress progress = Progress.NONE;
  private long last;
  private long turns;
  private final List<TransferResult> results = new ArrayList<>();

  TransferInTerminal(Console console) {
    this.console = console;
  }

  @Override
  public void began(Simulation simulation, TurnNumber there) {
    close();
    last = there.value();
    progress =
        Progress.open(
            console, simulation.name().value(), there.value(), simulation.head().turn().value());
  }

  @Override
  public void copied(Simulation simulation, TurnNumber turn) {
    turns += turn.value() - last;
    last = turn.value();
    progress.stepTo(last);
  }

  @Override
  public void ended(TransferResult result) {
    results.add(result);
    close();
  }

  /** The simulations that are whole in the target. */
  List<TransferResult> results() {
    return results;
  }

  /** The number of turns that were copied. */
  long turns() {
    return turns;
  }

  @Override
  public void close() {
    progress.close();
    progress = Progress.NONE;
  }
}
