package dev.stateline.application.compare;

import dev.stateline.application.branch.Interventions;
import dev.stateline.application.compare.RunComparison.Relation;
import dev.stateline.domain.document.Difference;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.JsonText;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.Intervention;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.TurnLog;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds the first turn at which runs part. A chain hash covers all history before it: where two are
 * equal, everything before is, and once they differ, they differ for good. So a binary search over
 * chain hashes finds the turn, and documents are read of that turn only. Thread-safe.
 */
public final class RunComparer {

  private final DocumentTools documents;

  public RunComparer(DocumentTools documents) {
    this.documents = documents;
  }

  /**
   * Compares a run with another one, from turn 0 on.
   *
   * @param last the last turn to look at; empty for the end of the shorter run
   */
  public RunComparison compare(ComparedRun first, ComparedRun run, Optional<TurnNumber> last) {
    TurnNumber end = earliest(List.of(first, run), last);
    Optional<TurnNumber> parting = firstDifferent(first, run, end);
    return new RunComparison(
        run,
        end,
        parting.map(turn -> divergence(first, run, turn)),
        parting.map(turn -> Relation.DIVERGED).orElseGet(() -> relation(first, run, last)));
  }

  /**
   * Puts runs together that are equal up to the last turn that all of them have.
   *
   * @param last as for {@link #compare}
   * @return the groups in the order of their first runs
   */
  public List<List<ComparedRun>> groups(List<ComparedRun> runs, Optional<TurnNumber> last) {
    TurnNumber end = earliest(runs, last);
    Map<ChainHash, List<ComparedRun>> groups = new LinkedHashMap<>();
    for (ComparedRun run : runs) {
      groups.computeIfAbsent(run.chainHash(end), hash -> new ArrayList<>()).add(run);
    }
    return groups.values().stream().map(List::copyOf).toList();
  }

  private static TurnNumber earliest(Collection<ComparedRun> runs, Optional<TurnNumber> last) {
    TurnNumber earliest = last.orElse(new TurnNumber(TurnNumber.MAX_VALUE));
    for (ComparedRun run : runs) {
      earliest = earliest.isAfter(run.lastTurn()) ? run.lastTurn() : earliest;
    }
    return earliest;
  }

  private static Optional<TurnNumber> firstDifferent(
      ComparedRun first, ComparedRun run, TurnNumber end) {
    if (isEqual(first, run, end)) {
      return Optional.empty();
    }
    int low = 0;
    int high = end.value();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isEqual(first, run, new TurnNumber(middle))) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Optional.of(new TurnNumber(low));
  }

  private static boolean isEqual(ComparedRun first, ComparedRun run, TurnNumber turn) {
    return first.chainHash(turn).equals(run.chainHash(turn));
  }

  private static Relation relation(ComparedRun first, ComparedRun run, Optional<TurnNumber> last) {
    int end = last.map(TurnNumber::value).orElse(TurnNumber.MAX_VALUE);
    int turns = Math.min(end, run.lastTurn().value());
    int turnsOfFirst = Math.min(end, first.lastTurn().value());
    if (turns == turnsOfFirst) {
      return Relation.EQUAL;
    }
    return turns < turnsOfFirst ? Relation.BEGINNING : Relation.CONTINUATION;
  }

  private Divergence divergence(ComparedRun first, ComparedRun run, TurnNumber turn) {
    State before = first.state(turn);
    State after = run.state(turn);
    Optional<Transition> edgeBefore = first.transition(turn);
    Optional<Transition> edgeAfter = run.transition(turn);
    Map<Aspect, List<Difference>> found = new EnumMap<>(Aspect.class);
    List<Intervention> changesBefore = interventions(first, turn, edgeBefore);
    List<Intervention> changesAfter = interventions(run, turn, edgeAfter);
    found.put(
        Aspect.ACTIONS,
        turn.value() == 0
            ? documents.differences(log(changesBefore), log(changesAfter))
            : between(edgeBefore, edgeAfter, Transition::actions));
    found.put(Aspect.OUTCOMES, between(edgeBefore, edgeAfter, Transition::outcomes));
    found.put(Aspect.STATE, documents.differences(before.document(), after.document()));
    found.put(Aspect.TIMESTAMP, documents.differences(time(before), time(after)));
    found.values().removeIf(List::isEmpty);
    return new Divergence(
        turn,
        found,
        differing(before.provenance(), after.provenance()),
        changesBefore.equals(changesAfter)
            ? List.of()
            : Stream.concat(changesBefore.stream(), changesAfter.stream()).toList());
  }

  private List<Intervention> interventions(
      ComparedRun run, TurnNumber turn, Optional<Transition> transition) {
    return Interventions.of(turn, run.simulation().config(), transition, documents);
  }

  private static Document log(List<Intervention> interventions) {
    return TurnLog.ofActions(interventions.stream().map(Intervention::toAction).toList());
  }

  private List<Difference> between(
      Optional<Transition> before,
      Optional<Transition> after,
      Function<Transition, Document> document) {
    // Both are there, or it is turn 0, of which nothing came.
    return before
        .flatMap(b -> after.map(a -> documents.differences(document.apply(b), document.apply(a))))
        .orElse(List.of());
  }

  private static Document time(State state) {
    String json = state.simulatedTime().map(time -> JsonText.quote(time.toString())).orElse("null");
    return Document.ofCanonical(json.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> differing(Provenance before, Provenance after) {
    List<String> differing = new ArrayList<>();
    if (!before.engineName().equals(after.engineName())) {
      differing.add("engine_name");
    }
    if (!before.engineVersion().equals(after.engineVersion())) {
      differing.add("engine_version");
    }
    if (!before.configurationHash().equals(after.configurationHash())) {
      differing.add("configuration_hash");
    }
    if (before.seed() != after.seed()) {
      differing.add("seed");
    }
    return differing;
  }
}
