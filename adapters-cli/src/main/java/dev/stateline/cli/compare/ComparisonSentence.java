package dev.stateline.cli.compare;

import dev.stateline.application.compare.Aspect;
import dev.stateline.application.compare.Divergence;
import dev.stateline.application.compare.RunComparison;
import dev.stateline.domain.document.Difference;
import dev.stateline.domain.turn.Intervention;
import java.util.List;
import java.util.stream.Collectors;

/** The comparison of a run with the first one, as a sentence. */
final class ComparisonSentence {

  private ComparisonSentence() {}

  static String of(RunComparison comparison, String first, String run) {
    return switch (comparison.relation()) {
      case EQUAL ->
          first + " and " + run + " are equal up to turn " + comparison.comparedTo() + ".";
      case BEGINNING -> beginning(run, first, comparison);
      case CONTINUATION -> beginning(first, run, comparison);
      case DIVERGED ->
          first + " and " + run + " " + parting(comparison.divergence().orElseThrow()) + ".";
    };
  }

  private static String beginning(String shorter, String longer, RunComparison comparison) {
    return shorter
        + " is the beginning of "
        + longer
        + ": they are equal up to its last turn, "
        + comparison.comparedTo()
        + ".";
  }

  private static String parting(Divergence divergence) {
    List<Difference> state = divergence.differences().getOrDefault(Aspect.STATE, List.of());
    return "part at turn "
        + divergence.turn()
        + interventions(divergence)
        + ", in "
        + divergence.differences().keySet().stream()
            .map(DifferenceTable::word)
            .collect(Collectors.joining(", "))
        + context(divergence)
        + (state.isEmpty() ? "" : "; the states have " + DifferenceTable.summary(state, ""));
  }

  private static String interventions(Divergence divergence) {
    List<String> authors =
        divergence.interventions().stream().map(Intervention::author).distinct().toList();
    return switch (divergence.interventions().size()) {
      case 0 -> "";
      case 1 -> " by an intervention of " + authors.get(0);
      default -> " by interventions of " + String.join(", ", authors);
    };
  }

  private static String context(Divergence divergence) {
    if (!divergence.provenance().isEmpty()) {
      return " (not the same: " + String.join(", ", divergence.provenance()) + ")";
    }
    return divergence.differences().containsKey(Aspect.ACTIONS)
        ? " (engine, configuration and seed are the same)"
        : " (though actions, engine, configuration and seed are the same)";
  }
}
