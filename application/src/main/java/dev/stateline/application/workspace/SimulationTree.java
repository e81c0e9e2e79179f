package dev.stateline.application.workspace;

import dev.stateline.application.branch.Origin;
import dev.stateline.application.branch.Origins;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.ListedSimulation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Simulations, each under the one that it branched from, in the order of turns and creation. */
public final class SimulationTree {

  /**
   * A place in the tree.
   *
   * @param origin where it branched from the one above it; empty at the top
   * @param depth how many are above it
   * @param isLast whether none comes after it under the one above it
   */
  public record Node(
      ListedSimulation simulation, Optional<Origin> origin, int depth, boolean isLast) {}

  private record Member(ListedSimulation simulation, Optional<Origin> origin) {}

  private final List<Member> roots = new ArrayList<>();
  private final Map<SimulationId, List<Member>> children = new HashMap<>();

  /**
   * @param all in the order of their creation
   */
  public SimulationTree(Iterable<ListedSimulation> all, Origins origins) {
    for (ListedSimulation simulation : all) {
      // One that is damaged may not know where it came from.
      Optional<Origin> origin =
          simulation.defect().isPresent() ? Optional.empty() : origins.of(simulation.id());
      origin
          .map(o -> children.computeIfAbsent(o.simulation(), id -> new ArrayList<>()))
          .orElse(roots)
          .add(new Member(simulation, origin));
    }
    // The sort is stable: those of one turn stay in the order of their creation.
    children
        .values()
        .forEach(
            list -> list.sort(Comparator.comparing(m -> m.origin().orElseThrow().turn().value())));
  }

  /** All places from the top down; without recursion, since forks of forks may go very deep. */
  public List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    Deque<Node> next = new ArrayDeque<>();
    push(roots, 0, next);
    while (!next.isEmpty()) {
      Node node = next.pop();
      nodes.add(node);
      push(children.getOrDefault(node.simulation().id(), List.of()), node.depth() + 1, next);
    }
    return nodes;
  }

  private static void push(List<Member> members, int depth, Deque<Node> next) {
    for (int i = members.size() - 1; i >= 0; i--) {
      Member member = members.get(i);
      next.push(new Node(member.simulation(), member.origin(), depth, i == members.size() - 1));
    }
  }
}
