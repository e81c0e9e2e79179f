package org.example.stateline.files;

import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Simulation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The catalogue of simulations. */
final class FilesSimulations implements SimulationPort {

  private final FilesPersistence files;

  FilesSimulations(FilesPersistence files) {
    this.files = files;
  }

  @Override
  public Simulation create(NewSimulation simulation) {
    return files.write(
        () -> {
          if (files.index().find(simulation.id()).isPresent()) {
            throw new InvalidInputException(
                "the simulation id " + simulation.id() + " is in use; take a new one");
          }
          if (files.index().find(simulation.name()).isPresent()) {
            throw ConflictException.nameTaken(simulation.name());
          }
          RecordWriter record = new RecordWriter(RecordKind.CREATED);
          StoredSimulation.write(record, simulation);
          files.append(record);
          return describe(files.index().get(simulation.id()));
        });
  }

  private Simulation describe(StoredSimulation stored) throws IOException {
    String place = "simulation '" + stored.name() + "'";
    return stored.describe(
        files.journal().document(stored.config(), place, "simulations.config"),
        files.journal().document(stored.metadata(), place, "simulations.metadata"));
  }

  @Override
  public Optional<Simulation> find(SimulationId id) {
    return find(index -> index.find(id));
  }

  @Override
  public Optional<Simulation> find(SimulationName name) {
    return find(index -> index.find(name));
  }

  private Optional<Simulation> find(Function<Index, Optional<StoredSimulation>> search) {
    return files.read(
        () -> {
          Optional<StoredSimulation> stored = search.apply(files.index());
          if (stored.isEmpty()) {
            files.requireSound();
            return Optional.empty();
          }
          return Optional.of(describe(stored.get()));
        });
  }

  @Override
  public List<Simulation> findByIdPrefix(String prefix, int limit) {
    return files.read(
        () ->
            describe(
                files.index().all(),
                Index.requireLimit(limit),
                stored -> stored.id().toString().startsWith(prefix)));
  }

  @Override
  public List<Simulation> list(Optional<SimulationId> after, int limit) {
    return files.read(
        () ->
            describe(
                after.map(files.index()::after).orElseGet(files.index()::all),
                Index.requireLimit(limit),
                any -> true));
  }

  private List<Simulation> describe(
      Collection<StoredSimulation> of, int limit, Predicate<StoredSimulation> wanted)
      throws IOException {
    List<Simulation> described = new ArrayList<>();
    for (StoredSimulation stored : of.stream().filter(wanted).limit(limit).toList()) {
      described.add(describe(stored));
    }
    return described;
  }

  @Override
  public Lineage lineage(SimulationId id) {
    return files.read(
        () -> {
          StoredSimulation stored = files.index().get(id);
          // Without forks, a history is one segment, which began with its simulation.
          return new Lineage(List.of(stored.root()), stored.last().turn());
        });
  }
}
