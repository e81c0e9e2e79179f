package dev.stateline.application.transfer;

import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;

/** Is told how a transfer gets on, on the thread that carries it out. */
public interface TransferListener {

  /** A listener that does nothing. */
  TransferListener NONE =
      new TransferListener() {
        @Override
        public void began(Simulation simulation, TurnNumber there) {}

        @Override
        public void copied(Simulation simulation, TurnNumber turn) {}

        @Override
        public void ended(TransferResult result) {}
      };

  /**
   * A simulation's turns are about to be copied.
   *
   * @param simulation as it is in the source
   * @param there the last turn that is in the target already
   */
  void began(Simulation simulation, TurnNumber there);

  /** All turns up to this one are in the target, and durable there. */
  void copied(Simulation simulation, TurnNumber turn);

  /** A simulation is whole in the target. */
  void ended(TransferResult result);
}
