package dev.stateline.cli.look;

import dev.stateline.cli.session.Session;
import dev.stateline.domain.simulation.ListedSimulation;

/** Says of a simulation that it is damaged, if it is. */
final class DamageNote {

  private DamageNote() {}

  static void of(Session session, ListedSimulation listed) {
    listed
        .defect()
        .ifPresent(
            defect ->
                session
                    .console()
                    .note(
                        "Simulation '"
                            + listed.name()
                            + "' is damaged, column "
                            + defect.column()
                            + ": "
                            + defect.problem()
                            + "; 'stateline verify' says more."));
  }
}
