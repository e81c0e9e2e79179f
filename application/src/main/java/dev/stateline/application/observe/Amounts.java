package dev.stateline.application.observe;

import dev.stateline.domain.commit.AppendResult;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.measure.Amount;
import dev.stateline.domain.turn.AuditedTurn;
import dev.stateline.domain.turn.Content;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.Turn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How much there is in what is written and read. */
public final class Amounts {

  private Amounts() {}

  /** A turn that is to be written. */
  public static Amount of(TurnCommit commit) {
    return read(commit.turn().documentBytes());
  }

  /** A turn that was written. */
  public static Amount of(TurnCommit commit, Committed committed) {
    return new Amount(1, commit.turn().documentBytes(), committed.storedBytes());
  }

  /** Those of several turns that were written. */
  static Amount of(List<TurnCommit> commits, List<AppendResult> results) {
    Amount sum = Amount.NONE;
    for (int i = 0; i < commits.size(); i++) {
      Optional<Committed> committed = results.get(i).committed();
      if (committed.isPresent()) {
        sum = sum.plus(of(commits.get(i), committed.get()));
      }
    }
    return sum;
  }

  static Amount of(State state) {
    return read(bytes(Stream.of(state.content())));
  }

  static Amount of(Transition transition) {
    return read(bytes(Stream.of(transition.actionsContent(), transition.outcomesContent())));
  }

  static Amount of(Turn turn) {
    return read(turn.documentBytes());
  }

  static Amount of(AuditedTurn turn) {
    return read(
        bytes(
            Stream.concat(
                turn.content().stream(),
                turn.transition().stream()
                    .flatMap(t -> Stream.of(t.actions(), t.outcomes()))
                    .flatMap(Optional::stream))));
  }

  /** A turn of which no document was read. */
  static Amount withoutDocuments() {
    return read(0);
  }

  private static Amount read(long documentBytes) {
    return new Amount(1, documentBytes, 0);
  }

  private static long bytes(Stream<Content> contents) {
    return contents
        .map(Content::document)
        .flatMap(Optional::stream)
        .mapToLong(Document::size)
        .sum();
  }
}
