package dev.stateline.testkit.sample;

import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import java.util.Optional;

/**
 * What a database can hold, in little: {@code world} at turn 4 with checkpoints, its fork {@code
 * twig} at turn 3, {@code tail} at turn 5, which a rollback left, and {@code alone} at turn 2,
 * which shares no row with them. For tests that damage it.
 */
public final class SampleDatabase {

  private static final TurnNumber BRANCH = new TurnNumber(3);

  private final Samples samples = new Samples();
  private final Persistence persistence;

  private SampleDatabase(Persistence persistence) {
    this.persistence = persistence;
  }

  /** Writes it to an empty database. */
  public static void in(Persistence persistence) {
    SampleDatabase sample = new SampleDatabase(persistence);
    sample.run("alone", "1.0.0", 2).session().close();
    SampleRun world = sample.run("world", "2.0.0", 5);
    sample.fork(world);
    sample.rollBack(world);
    world.session().close();
  }

  private SampleRun run(String name, String version, int turns) {
    SampleRun run =
        SampleRun.begin(
            samples,
            persistence,
            samples
                .simulation(name)
                .targetTurn(9)
                .provenance(Samples.provenance(version, 7))
                .time("1992-01-01T00:00:00Z")
                .build());
    for (int turn = 1; turn <= turns; turn++) {
      String document = "{\"text\":\"" + ("turn " + turn + " ").repeat(40) + "\"}";
      String checkpoint = "at-" + turn;
      run.commit(
          t ->
              t.document(Samples.document(document))
                  .provenance(Samples.provenance(version, 7))
                  .time("1993-01-01T00:00:00Z")
                  .checkpoint(checkpoint, CheckpointKind.NAMED));
    }
    return run;
  }

  private void fork(SampleRun world) {
    persistence
        .branches()
        .fork(
            NewFork.of(
                    new SimulationName("twig"),
                    branch(world, new SimulationId(samples.next()), BRANCH),
                    world.states().get(BRANCH.value()).ref())
                .build());
  }

  private void rollBack(SampleRun world) {
    TurnNumber head = new TurnNumber(5);
    Segment tail = branch(world, new SimulationId(samples.next()), head);
    persistence
        .branches()
        .rollBack(
            new Rollback(
                world.epoch(),
                branch(world, world.id(), new TurnNumber(4)),
                Optional.of(new Rollback.Tail(new SimulationName("tail"), tail))));
  }

  private Segment branch(SampleRun world, SimulationId owner, TurnNumber turn) {
    return persistence
        .simulations()
        .lineage(world.id())
        .branch(new SegmentId(samples.next()), owner, turn, Optional.empty(), samples.now());
  }
}
