package dev.stateline.application.verify;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.AuditedTurn;
import dev.stateline.domain.turn.AuditedTurn.AuditedTransition;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.Content;
import dev.stateline.domain.turn.Defect;
import dev.stateline.domain.turn.Receipt;
import dev.stateline.domain.turn.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Walks along a stored history and computes its chain anew. Where a value does not fit, it asks
 * which single changed column explains it, so that the report names the damage and not everything
 * that follows from it.
 */
final class ChainWalk {

  private static final String STATE_ROW = "turns";
  private static final String TRANSITION_ROW = "turns";

  private final List<Defect> defects = new ArrayList<>();
  private final Optional<Receipt> expected;
  private Optional<String> mismatch;
  private int nextTurn;
  // The chain hashes that the turn before may have: the computed one, and the recorded one if it
  // differs.
  private List<ChainHash> previousChains = List.of();
  private Optional<Sha256> previousProvenance = Optional.empty();

  ChainWalk(Optional<Receipt> expected) {
    this.expected = expected;
    this.mismatch = expected.map(r -> "the history ends before turn " + r.turn());
  }

  List<Defect> defects() {
    return defects;
  }

  Optional<String> mismatch() {
    return mismatch;
  }

  void read(AuditedTurn turn) {
    reportMissing(turn.turn().value());
    defects.addAll(turn.defects());
    if (turn.isReadable()) {
      readHashes(turn);
    } else {
      previousChains = List.of();
    }
    expected.filter(r -> r.turn().equals(turn.turn())).ifPresent(r -> compare(r, turn));
    previousProvenance = turn.provenanceHash();
    nextTurn = turn.turn().value() + 1;
  }

  void finish(Head head) {
    reportMissing(head.turn().value() + 1);
    if (!previousChains.isEmpty() && !previousChains.contains(head.chainHash())) {
      defects.add(
          Defect.beside("heads.chain_hash", "the head's chain hash is not that of its turn"));
    }
    if (previousProvenance.stream().anyMatch(p -> !p.equals(head.provenanceHash()))) {
      defects.add(
          Defect.beside("heads.provenance", "the head's provenance is not that of its turn"));
    }
  }

  private void reportMissing(int before) {
    if (nextTurn < before) {
      String problem =
          before - nextTurn == 1
              ? "the row is missing"
              : "the rows of turns " + nextTurn + " to " + (before - 1) + " are missing";
      defects.add(Defect.at(new TurnNumber(nextTurn), STATE_ROW, problem));
      previousChains = List.of();
      previousProvenance = Optional.empty();
    }
  }

  /**
   * The hashes that a turn's chain hash is made of.
   *
   * @param actions and outcomes are not asked for at turn 0
   */
  private record Hashes(Sha256 state, Sha256 actions, Sha256 outcomes) {}

  private void readHashes(AuditedTurn turn) {
    List<Sha256> states = candidates(turn.stateHash(), turn.content());
    List<Sha256> actions = logs(turn, AuditedTransition::actionsHash, AuditedTransition::actions);
    List<Sha256> outcomes =
        logs(turn, AuditedTransition::outcomesHash, AuditedTransition::outcomes);
    if (turn.turn().value() > 0 && turn.transition().isEmpty()) {
      defects.add(Defect.at(turn.turn(), TRANSITION_ROW, "the row is missing"));
    }
    List<Hashes> combinations =
        states.stream()
            .flatMap(
                s -> actions.stream().flatMap(a -> outcomes.stream().map(o -> new Hashes(s, a, o))))
            .toList();
    Optional<ChainHash> recorded = turn.chainHash().map(ChainHash::new);
    Optional<Hashes> proven =
        combinations.stream()
            .filter(hashes -> chains(turn, hashes).anyMatch(c -> isRecorded(c, recorded)))
            .findFirst();
    report(turn, TRANSITION_ROW + ".actions", actions, proven.map(Hashes::actions));
    report(turn, TRANSITION_ROW + ".outcomes", outcomes, proven.map(Hashes::outcomes));
    report(turn, STATE_ROW + ".state", states, proven.map(Hashes::state));
    reportChain(turn, combinations, recorded, proven);
  }

  /** At turn 0, where there are none, a hash that nobody asks for. */
  private static List<Sha256> logs(
      AuditedTurn turn,
      Function<AuditedTransition, Optional<Sha256>> recorded,
      Function<AuditedTransition, Optional<Content>> content) {
    if (turn.turn().value() == 0) {
      return List.of(Document.EMPTY_ARRAY.hash());
    }
    return turn.transition()
        .map(transition -> candidates(recorded.apply(transition), content.apply(transition)))
        .orElse(List.of());
  }

  /** The recorded hash first, then that of the document, if it is another. */
  private static List<Sha256> candidates(Optional<Sha256> recorded, Optional<Content> content) {
    return Stream.of(recorded, content.flatMap(Content::document).map(Document::hash))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** Of a document and a hash that do not fit, the one that the chain does not prove is wrong. */
  private void report(
      AuditedTurn turn, String what, List<Sha256> candidates, Optional<Sha256> proven) {
    if (candidates.size() == 2) {
      boolean hashIsWrong = proven.equals(Optional.of(candidates.get(1)));
      defects.add(
          Defect.at(
              turn.turn(),
              what + (hashIsWrong ? "_hash" : "_payload"),
              "the stored document and its hash do not fit"));
    }
  }

  private void reportChain(
      AuditedTurn turn,
      List<Hashes> combinations,
      Optional<ChainHash> recorded,
      Optional<Hashes> proven) {
    boolean canTell = turn.turn().value() == 0 || !previousChains.isEmpty();
    if (canTell && recorded.isPresent() && !combinations.isEmpty() && proven.isEmpty()) {
      defects.add(
          Defect.at(
              turn.turn(),
              STATE_ROW + ".chain_hash",
              "it does not follow from turn_number, timestamp, state_hash, the transition and the"
                  + " chain before"));
    }
    previousChains =
        proven.isPresent()
            ? recorded.stream().toList()
            : Stream.concat(
                    combinations.stream().flatMap(hashes -> chains(turn, hashes)).limit(1),
                    recorded.stream())
                .distinct()
                .toList();
  }

  private Stream<ChainHash> chains(AuditedTurn turn, Hashes hashes) {
    if (turn.turn().value() == 0) {
      return Stream.of(ChainHash.initial(turn.simulatedTime(), hashes.state()));
    }
    Sha256 transition = Transition.hash(hashes.actions(), hashes.outcomes());
    return previousChains.stream()
        .map(c -> c.next(turn.turn(), turn.simulatedTime(), hashes.state(), transition));
  }

  private static boolean isRecorded(ChainHash computed, Optional<ChainHash> recorded) {
    return recorded.isPresent() && recorded.get().equals(computed);
  }

  private void compare(Receipt receipt, AuditedTurn turn) {
    if (!turn.chainHash().equals(Optional.of(receipt.chainHash().value()))) {
      mismatch = Optional.of("turn " + receipt.turn() + " has another chain hash than the receipt");
    } else if (!turn.provenanceHash().equals(Optional.of(receipt.provenanceHash()))) {
      mismatch =
          Optional.of(
              "turn "
                  + receipt.turn()
                  + " has the receipt's history, but another provenance (engine, version,"
                  + " configuration or seed)");
    } else {
      mismatch = Optional.empty();
    }
  }
}
