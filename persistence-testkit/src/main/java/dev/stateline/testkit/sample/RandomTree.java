package dev.stateline.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;

/**
 * A tree of simulations that grows and is cut at random, and a plain model of what must be there:
 * lists of turns, and which of them nobody else has. Not thread-safe.
 */
public final class RandomTree {

  /** All that is done, or tried and refused. */
  public static final Set<String> KINDS =
      Set.of(
          "create",
          "append",
          "fork",
          "reseed",
          "intervene",
          "roll back",
          "discard",
          "refused discard",
          "checkpoint",
          "forget",
          "delete",
          "refused delete");

  private static final int MOST_SIMULATIONS = 25;

  private final Samples samples;
  private final Persistence persistence;
  private final Random random;
  private final List<SampleBranch> branches = new ArrayList<>();
  private final Map<SampleBranch, Map<String, Checkpoint>> checkpoints = new HashMap<>();
  private final Set<SampleBranch> archived = new HashSet<>();
  private final Set<String> kinds = new HashSet<>();
  private int names;

  /** A tree that grows as this seed of its dice says. */
  public RandomTree(Samples samples, Persistence persistence, long seed) {
    this.samples = samples;
    this.persistence = persistence;
    this.random = new Random(seed);
  }

  /**
   * Does one thing.
   *
   * @return what was done, for messages
   */
  public String operate() {
    int dice = branches.isEmpty() ? 0 : random.nextInt(100);
    String kind = branches.size() > MOST_SIMULATIONS ? delete() : operate(dice);
    kinds.add(kind);
    return kind;
  }

  private String operate(int dice) {
    if (dice < 3) {
      return add("create", SampleBranch.create(samples, persistence, name()));
    }
    SampleBranch at = any();
    int head = at.head().turn().value();
    if (dice < 45) {
      return append(at);
    } else if (dice < 53) {
      return add("fork", at.fork(name(), random.nextInt(head + 1)));
    } else if (dice < 56) {
      return add("reseed", at.reseeded(name(), random.nextInt(head + 1), dice));
    } else if (dice < 59) {
      return add("intervene", at.intervened(name(), random.nextInt(head + 1)));
    } else if (dice < 67) {
      return rollBack(at, head);
    } else if (dice < 75) {
      return discard(at, head);
    } else if (dice < 87) {
      return checkpoint(at, head);
    } else if (dice < 92) {
      return forget(at);
    }
    return delete();
  }

  private String name() {
    return "simulation " + names++;
  }

  private SampleBranch any() {
    return branches.get(random.nextInt(branches.size()));
  }

  private String add(String kind, SampleBranch branch) {
    branches.add(branch);
    checkpoints.put(branch, new LinkedHashMap<>());
    return kind;
  }

  private String append(SampleBranch at) {
    if (archived.contains(at)) {
      return add("fork", at.fork(name(), at.head().turn().value()));
    }
    at.commit(1 + random.nextInt(3));
    if (random.nextInt(4) == 0) {
      String name = "auto-" + (at.head().turn().value() + 1);
      if (!checkpoints.get(at).containsKey(name)) {
        at.commit(turn -> turn.checkpoint(name, CheckpointKind.AUTOMATIC))
            .checkpoint()
            .ifPresent(c -> checkpoints.get(at).put(name, c.ownedBy(at.id())));
      }
    }
    return "append";
  }

  private String rollBack(SampleBranch at, int head) {
    if (head == 0 || archived.contains(at)) {
      return append(at);
    }
    int turn = random.nextInt(head);
    SampleBranch tail = at.rollBack(turn, name());
    add("roll back", tail);
    archived.add(tail);
    checkpointsAfter(at, turn)
        .forEach(
            c -> {
              checkpoints.get(at).remove(c.name().value());
              checkpoints.get(tail).put(c.name().value(), c.ownedBy(tail.id()));
            });
    return "roll back";
  }

  private List<Checkpoint> checkpointsAfter(SampleBranch at, int turn) {
    return checkpoints.get(at).values().stream().filter(c -> c.turn().value() > turn).toList();
  }

  private String discard(SampleBranch at, int head) {
    if (head == 0 || archived.contains(at)) {
      return append(at);
    }
    int turn = random.nextInt(head);
    List<State> own =
        at.turns().subList(turn + 1, head + 1).stream()
            .map(t -> t.state())
            .filter(state -> state.simulation().equals(at.id()))
            .toList();
    boolean isNamed =
        checkpointsAfter(at, turn).stream().anyMatch(c -> c.kind() == CheckpointKind.NAMED);
    if (isNamed || isNeeded(at, own)) {
      assertStillNeeded(() -> at.discard(turn));
      return "refused discard";
    }
    at.discard(turn);
    checkpointsAfter(at, turn).forEach(c -> checkpoints.get(at).remove(c.name().value()));
    return "discard";
  }

  private static void assertStillNeeded(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ConflictException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STILL_NEEDED));
  }

  /** Whether another simulation's history has one of these states. */
  private boolean isNeeded(SampleBranch by, List<State> states) {
    Set<StateRef> refs = states.stream().map(State::ref).collect(Collectors.toSet());
    return branches.stream()
        .filter(other -> other != by)
        .flatMap(other -> other.turns().stream())
        .anyMatch(turn -> refs.contains(turn.state().ref()));
  }

  private String checkpoint(SampleBranch at, int head) {
    State state = at.turns().get(random.nextInt(head + 1)).state();
    Checkpoint made = samples.checkpoint(state, "mark " + names++).ownedBy(at.id());
    persistence.checkpoints().save(made);
    checkpoints.get(at).put(made.name().value(), made);
    return "checkpoint";
  }

  private String forget(SampleBranch at) {
    Optional<Checkpoint> first = checkpoints.get(at).values().stream().findFirst();
    if (first.isEmpty()) {
      return append(at);
    }
    persistence.checkpoints().delete(at.id(), first.get().name());
    checkpoints.get(at).remove(first.get().name().value());
    return "forget";
  }

  private String delete() {
    SampleBranch at = any();
    List<State> own =
        branches.stream()
            .flatMap(branch -> branch.turns().stream())
            .map(turn -> turn.state())
            .filter(state -> state.simulation().equals(at.id()))
            .toList();
    if (isNeeded(at, own)) {
      assertStillNeeded(at::delete);
      return "refused delete";
    }
    at.delete();
    branches.remove(at);
    checkpoints.remove(at);
    archived.remove(at);
    return "delete";
  }

  /** What a list of all simulations must hold: id, name, the head's state, and the next seed. */
  public List<Tuple> listed() {
    return branches.stream()
        .sorted(Comparator.comparing(branch -> branch.id().toString()))
        .map(branch -> tuple(branch.id(), branch.name(), branch.head().ref(), branch.seed()))
        .toList();
  }

  /** One of the simulations, if there is any. */
  public Optional<SampleBranch> some() {
    return branches.isEmpty() ? Optional.empty() : Optional.of(any());
  }

  /** All that are there. */
  public List<SampleBranch> branches() {
    return List.copyOf(branches);
  }

  /** All that a simulation is to have. */
  public List<Checkpoint> checkpoints(SampleBranch branch) {
    return List.copyOf(checkpoints.get(branch).values());
  }

  /** What was done up to now. */
  public Set<String> kinds() {
    return Set.copyOf(kinds);
  }
}
