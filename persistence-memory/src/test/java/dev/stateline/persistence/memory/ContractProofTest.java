package dev.stateline.persistence.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.spi.Persistence;
import dev.stateline.testkit.PersistenceFixture;
import dev.stateline.testkit.PersistenceFixture.Capability;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The contract is worth something: honest stores pass, and no broken one does. */
class ContractProofTest {

  @Test
  void a_store_without_any_capability_passes() {
    assertPasses(
        Flaw.declaring(
                "none",
                "",
                Set.of(),
                () -> BranchFlaws.keepsNoForks(ImportFlaws.importsNothing(memory())))
            .fixture());
  }

  @Test
  void a_store_that_forks_and_imports_passes() {
    assertPasses(MemoryFixture::new);
  }

  private static Persistence memory() {
    return new MemoryFixture().open();
  }

  @Test
  void a_durable_and_shared_store_passes() {
    assertPasses(KeptMemoryFixture::honest);
  }

  private static void assertPasses(Supplier<PersistenceFixture> fixture) {
    TestExecutionSummary summary = ContractRun.of(fixture);
    assertThat(summary.getFailures()).isEmpty();
    assertThat(summary.getTestsSkippedCount()).isZero();
    assertThat(summary.getTestsAbortedCount()).isZero();
    assertThat(summary.getTestsSucceededCount()).isGreaterThan(150);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "flawsOfSimulations",
    "flawsOfWriters",
    "flawsOfPlaces",
    "flawsOfSeeds",
    "flawsOfStates",
    "flawsOfBranches",
    "flawsOfImports",
    "flawsOfTheRest"
  })
  void a_broken_store_fails_in_the_part_that_its_flaw_belongs_to(Flaw flaw) {
    TestExecutionSummary honest = ContractRun.of(KeptMemoryFixture::honest, flaw.suite());
    TestExecutionSummary broken = ContractRun.of(flaw.fixture(), flaw.suite());
    assertThat(honest.getFailures()).isEmpty();
    assertThat(honest.getTestsSucceededCount()).isPositive();
    assertThat(broken.getTestsFailedCount()).isPositive();
  }

  static Stream<Flaw> flawsOfSimulations() {
    return Stream.of(
        Flaw.of("lets a taken name pass", "Simulation", SimulationFlaws::letsATakenNamePass),
        Flaw.of("% is a wildcard", "Simulation", SimulationFlaws::takesPercentForAWildcard),
        Flaw.of(
            "the limit of a prefix is ignored",
            "Simulation",
            SimulationFlaws::ignoresTheLimitOfAPrefix),
        Flaw.of("every page is the first", "Simulation", SimulationFlaws::startsEveryPageAnew),
        Flaw.of("pages go backwards", "Simulation", SimulationFlaws::listsBackwards),
        Flaw.of("case of names ignored", "Simulation", SimulationFlaws::ignoresCase),
        Flaw.of("accents are ignored", "HostileInput", SimulationFlaws::ignoresAccents),
        Flaw.of("errors without fields", "Errors", SimulationFlaws::saysLessThanTheDomain),
        Flaw.of("deletes nothing", "Deletion", WriterFlaws::deletesNothing),
        Flaw.of("any status follows any", "Status", WriterFlaws::forgetsWhyAStatusMayNotChange),
        Flaw.of("an old reason stays", "Status", WriterFlaws::keepsAnOldReason),
        Flaw.of("seeds of 32 bits", "ExactValues", SeedFlaws::narrowsTheSeed));
  }

  static Stream<Flaw> flawsOfWriters() {
    return Stream.of(
        Flaw.of("ignores the epoch", "WriterEpoch", StateFlaws::ignoresTheEpoch),
        Flaw.of("fencing of states only", "Status", WriterFlaws::ignoresTheEpochOfAStatus),
        Flaw.of("every writer is taken for dead", "WriterEpoch", WriterFlaws::findsNobodyAlive),
        Flaw.of("whoever wrote once lives for good", "WriterEpoch", WriterFlaws::findsAllAlive),
        Flaw.of("a second writer is let in", "WriterEpoch", WriterFlaws::letsASecondWriterIn),
        Flaw.of("many writers are let in at once", "Concurrency", WriterFlaws::letsASecondWriterIn),
        Flaw.of("the holder is not named", "WriterEpoch", WriterFlaws::doesNotNameTheHolder),
        Flaw.of(
            "the old session ends the new", "WriterEpoch", WriterFlaws::endsTheNewWriterWithTheOld),
        new Flaw("closing leaves its writers", "Durability", KeptMemoryFixture::thatLeavesWriters));
  }

  static Stream<Flaw> flawsOfPlaces() {
    return Stream.of(
        Flaw.of("follows whatever is in the place", "Place", PlaceFlaws::followsThePlace),
        Flaw.of("checkpoints of a place", "Place", PlaceFlaws::savesACheckpointOfThePlace),
        Flaw.of("forks from a place", "Place", BranchFlaws::forksFromThePlace),
        Flaw.of("a moved head without its turn", "Place", PlaceFlaws::namesNoHead),
        Flaw.of("a fork of another content", "SharedImport", ImportFlaws::sharesThePlace),
        Flaw.of(
            "throws away what diverged", "SharedImport", ImportFlaws::beginsAnewWhereItDiverged));
  }

  static Stream<Flaw> flawsOfSeeds() {
    return Stream.of(
        Flaw.of("forks keep the seed", "Seed", SeedFlaws::forgetsTheSeedOfAFork),
        Flaw.of("the seed of the last turn", "Seed", SeedFlaws::readsTheSeedOfTheLastTurn),
        Flaw.of("a seed of the simulation", "Seed", SeedFlaws::keepsTheSeedWhenItGoesBack),
        Flaw.of("seeds of 32 bits", "Seed", SeedFlaws::narrowsTheSeed),
        Flaw.of("imports lose seeds", "SharedImport", ImportFlaws::losesTheSeedsOfForks));
  }

  static Stream<Flaw> flawsOfStates() {
    return Stream.of(
        Flaw.of("ignores the head", "Append", StateFlaws::ignoresTheExpectedHead),
        Flaw.of("ignores the head in a race", "Concurrency", StateFlaws::ignoresTheExpectedHead),
        Flaw.of("loses the transition", "Append", StateFlaws::losesTheTransition),
        Flaw.of(
            "loses the checkpoint of a commit", "Append", StateFlaws::losesTheCheckpointOfACommit),
        Flaw.of("a refused commit is written in part", "Append", StateFlaws::writesHalfACommit),
        Flaw.of("state at is off by one", "Append", StateFlaws::givesTheStateBefore),
        Flaw.of("no turn is too late", "Append", StateFlaws::givesTheHeadForWhatIsAfterIt),
        Flaw.of("history backwards", "History", StateFlaws::givesHistoryBackwards),
        Flaw.of("ranges are exclusive", "History", StateFlaws::leavesOutTheEndOfARange),
        Flaw.of("closed streams go on", "History", StateFlaws::readsAClosedStream),
        Flaw.of("later turns show", "History", StateFlaws::showsTurnsThatCameLater),
        Flaw.of("one refusal fails all", "AppendAll", StateFlaws::stopsAtTheFirstRefusal),
        Flaw.of("results in any order", "AppendAll", StateFlaws::givesResultsInAnotherOrder),
        Flaw.of(
            "a refused commit of many is written in part",
            "AppendAll",
            StateFlaws::keepsThePartOfARefusedCommitThatFits),
        Flaw.of("documents without turn 0", "History", StateFlaws::leavesOutTheFirstDocuments),
        Flaw.of("times in milliseconds", "ExactValues", StateFlaws::roundsSimulatedTime),
        Flaw.of("no zero characters", "HostileInput", StateFlaws::losesZeroCharacters));
  }

  static Stream<Flaw> flawsOfBranches() {
    return Stream.of(
        Flaw.of("forks anywhere", "Fork", BranchFlaws::forksFromTheHead),
        Flaw.of("tails lose checkpoints", "Rollback", BranchFlaws::losesCheckpointsOfATail),
        Flaw.of("tails are not archived", "Rollback", BranchFlaws::leavesATailOpen),
        Flaw.of("keeps what it should discard", "Rollback", BranchFlaws::keepsWhatItShouldDiscard),
        Flaw.of("goes back one turn too far", "Rollback", BranchFlaws::goesBackTooFar),
        Flaw.of("goes back one turn too far", "Tree", BranchFlaws::goesBackTooFar),
        Flaw.declaring(
            "no forks in its own words",
            "Fork",
            Set.of(Capability.IMPORT),
            () -> BranchFlaws.saysNoForksInItsOwnWords(memory())),
        Flaw.declaring(
            "says no forks and forks",
            "Fork",
            Set.of(Capability.IMPORT),
            ContractProofTest::memory));
  }

  static Stream<Flaw> flawsOfImports() {
    return Stream.of(
        Flaw.of("imports are seen too early", "Import", ImportFlaws::publishesAtOnce),
        Flaw.of("a part is published", "Import", ImportFlaws::publishesAPart),
        Flaw.of("checkpoints are not imported", "Import", ImportFlaws::losesCheckpoints),
        Flaw.of("imports begin anew", "Import", ImportFlaws::beginsAnew),
        Flaw.of("two import at once", "Import", ImportFlaws::letsASecondIn),
        Flaw.of("nothing is discarded", "Import", ImportFlaws::discardsNothing),
        Flaw.declaring(
            "says no import and imports", "Import", Set.of(), () -> new MemoryFixture().open()));
  }

  static Stream<Flaw> flawsOfTheRest() {
    Supplier<Persistence> memory = () -> new MemoryFixture().open();
    return Stream.of(
        Flaw.of(
            "lists checkpoints twice", "Checkpoint", CheckpointFlaws::listsEveryCheckpointTwice),
        Flaw.of("checkpoints by name", "Checkpoint", CheckpointFlaws::ordersCheckpointsByName),
        Flaw.of("replaces a checkpoint", "Checkpoint", CheckpointFlaws::replacesACheckpoint),
        Flaw.of(
            "checkpoint of any state", "Checkpoint", CheckpointFlaws::savesACheckpointOfAnyState),
        Flaw.of("the audit skips a turn", "Audit", CheckpointFlaws::skipsATurnInTheAudit),
        Flaw.of(
            "the audit raises a false alarm",
            "Audit",
            CheckpointFlaws::findsDefectsWhereThereAreNone),
        Flaw.of("never closes", "ClosedPersistence", StoreFlaws::neverCloses),
        Flaw.of(
            "figures of a closed database",
            "ClosedPersistence",
            StoreFlaws::asksAClosedDatabaseForItsFigures),
        Flaw.declaring(
            "says durable and forgets", "Durability", Set.of(Capability.DURABLE), memory),
        Flaw.declaring("says shared and is not", "Sharing", Set.of(Capability.SHARED), memory),
        new Flaw(
            "says nothing and remembers", "Durability", KeptMemoryFixture::thatDeclaresNothing),
        new Flaw("says nothing and is shared", "Sharing", KeptMemoryFixture::thatDeclaresNothing));
  }
}
