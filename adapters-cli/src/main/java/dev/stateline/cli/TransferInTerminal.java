package dev.stateline.cli;

import dev.stateline.application.transfer.TransferListener;
import dev.stateline.application.transfer.TransferResult;
import dev.stateline.cli.terminal.Console;
import dev.stateline.cli.terminal.Progress;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.state.TurnNumber;

/** Shows a person how a transfer gets on: one bar a simulation. */
final class TransferInTerminal implements TransferListener, AutoCloseable {

  private final Console console;
  private Progress progress = Progress.NONE;

  TransferInTerminal(Console console) {
    this.console = console;
  }

  @Override
  public void began(Simulation simulation, TurnNumber there) {
    close();
    progress =
        Progress.open(
            console, simulation.name().value(), there.value(), simulation.head().turn().value());
  }

  @Override
  public void copied(Simulation simulation, TurnNumber turn) {
    progress.stepTo(turn.value());
  }

  @Override
  public void ended(TransferResult result) {
    close();
  }

  @Override
  public void close() {
    progress.close();
    progress = Progress.NONE;
  }
}
