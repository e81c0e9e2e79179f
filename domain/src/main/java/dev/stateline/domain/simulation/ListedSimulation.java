package dev.stateline.domain.simulation;

import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.turn.Defect;
import java.util.Objects;
import java.util.Optional;

/**
 * A simulation as a catalogue lists it: as it was written, or damaged. Damage to one hides no
 * other, and what is sound of it can still be read. Immutable.
 */
public sealed interface ListedSimulation {

  SimulationId id();

  /** Its name as it is stored; not a sound one where the name is what was damaged. */
  String name();

  /** What is wrong; empty if it is as it was written, as far as its own rows tell. */
  Optional<Defect> defect();

  /**
   * The simulation; empty if what leads to its turns is lost. Of a damaged one it is for reading
   * its turns only: what cannot be relied on has a value that stands for it, and the head is the
   * last turn that is found.
   */
  Optional<Simulation> readable();

  /** One that is as it was written. */
  static ListedSimulation of(Simulation simulation) {
    return new Whole(simulation);
  }

  /** One that is as it was written. */
  record Whole(Simulation simulation) implements ListedSimulation {

    public Whole {
      Objects.requireNonNull(simulation, "simulation");
    }

    @Override
    public SimulationId id() {
      return simulation.id();
    }

    @Override
    public String name() {
      return simulation.name().value();
    }

    @Override
    public Optional<Defect> defect() {
      return Optional.empty();
    }

    @Override
    public Optional<Simulation> readable() {
      return Optional.of(simulation);
    }
  }

  /**
   * One with a row of its own that is not what was written.
   *
   * @param damage the first that was found; verification finds all
   */
  record Damaged(SimulationId id, String name, Defect damage, Optional<Simulation> readable)
      implements ListedSimulation {

    public Damaged {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(damage, "damage");
      Objects.requireNonNull(readable, "readable");
    }

    @Override
    public Optional<Defect> defect() {
      return Optional.of(damage);
    }
  }
}
