package dev.stateline.application.verify;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.AuditedTurn;
import dev.stateline.domain.turn.AuditedTurn.AuditedTransition;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.Defect;
import dev.stateline.domain.turn.Receipt;
import dev.stateline.domain.turn.StateId;
import dev.stateline.domain.turn.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Walks along a stored history and computes its chain anew. Where a value does not fit, it asks
 * which single changed column explains it, so that the report names the damage and not everything
 * that follows from it.
 */
final class ChainWalk {

  private static final String STATE_ROW = "states";
  private static final String TRANSITION_ROW = "state_transitions";

  private final List<Defect> defects = new ArrayList<>();
  private final Optional<Receipt> expected;
  private Optional<String> mismatch;
  private int nextTurn;
  private StateId previousState;
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
    Optional<Sha256> transitionHash = readTransition(turn);
    readState(turn, transitionHash);
    expected.filter(r -> r.turn().equals(turn.turn())).ifPresent(r -> compare(r, turn));
    previousState = turn.state().orElse(null);
    previousProvenance = turn.provenanceHash();
    nextTurn = turn.turn().value() + 1;
  }

  void finish(Head head) {
    reportMissing(head.turn().value() + 1);
    if (previousState != null && !previousState.equals(head.state())) {
      defects.add(
          Defect.beside("simulations.head_state_id", "it is not the last state of the history"));
    }
    if (!previousChains.isEmpty() && !previousChains.contains(head.chainHash())) {
      defects.add(
          Defect.beside("simulations.head_turn", "the head's chain hash is not that of its turn"));
    }
    if (previousProvenance.stream().anyMatch(p -> !p.equals(head.provenanceHash()))) {
      defects.add(
          Defect.beside(
              "simulations.head_state_id", "the head's provenance is not that of its turn"));
    }
  }

  private void reportMissing(int before) {
    if (nextTurn < before) {
      String problem =
          before - nextTurn == 1
              ? "the row is missing"
              : "the rows of turns " + nextTurn + " to " + (before - 1) + " are missing";
      defects.add(Defect.at(new TurnNumber(nextTurn), STATE_ROW, problem));
      previousState = null;
      previousChains = List.of();
      previousProvenance = Optional.empty();
    }
  }

  private Optional<Sha256> readTransition(AuditedTurn turn) {
    if (turn.turn().value() == 0) {
      return Optional.empty();
    }
    if (turn.transition().isEmpty()) {
      defects.add(Defect.at(turn.turn(), TRANSITION_ROW, "the row is missing"));
      return Optional.empty();
    }
    AuditedTransition transition = turn.transition().get();
    Optional<Sha256> actions =
        document(turn, "actions", transition.actions(), transition.actionsHash());
    Optional<Sha256> outcomes =
        document(turn, "outcomes", transition.outcomes(), transition.outcomesHash());
    if (previousState != null
        && transition.from().stream().anyMatch(from -> !from.equals(previousState))) {
      defects.add(
          Defect.at(turn.turn(), TRANSITION_ROW + ".from_state_id", "it is not the state before"));
    }
    if (actions.isEmpty() || outcomes.isEmpty()) {
      return transition.transitionHash();
    }
    Sha256 computed = Transition.hash(actions.get(), outcomes.get());
    if (transition.transitionHash().stream().anyMatch(hash -> !hash.equals(computed))) {
      defects.add(
          Defect.at(
              turn.turn(),
              TRANSITION_ROW + ".transition_hash",
              "it is not the hash of actions_hash and outcomes_hash"));
    }
    return Optional.of(computed);
  }

  /**
   * The hash to go on with: the recorded one where there is one, for it has a witness in the chain.
   */
  private Optional<Sha256> document(
      AuditedTurn turn, String column, Optional<Document> document, Optional<Sha256> recorded) {
    Optional<Sha256> computed = document.map(Document::hash);
    if (computed.isPresent() && recorded.isPresent() && !computed.equals(recorded)) {
      AuditedTransition transition = turn.transition().orElseThrow();
      boolean hashIsWrong = transition.transitionHash().equals(withActual(transition));
      defects.add(
          Defect.at(
              turn.turn(),
              TRANSITION_ROW + "." + column + (hashIsWrong ? "_hash" : "_payload"),
              "the stored document and its hash do not fit"));
      return hashIsWrong ? computed : recorded;
    }
    return recorded.or(() -> computed);
  }

  private static Optional<Sha256> withActual(AuditedTransition transition) {
    return transition
        .actions()
        .flatMap(a -> transition.outcomes().map(o -> Transition.hash(a.hash(), o.hash())));
  }

  private void readState(AuditedTurn turn, Optional<Sha256> transitionHash) {
    Optional<Sha256> computed = turn.document().map(Document::hash);
    List<Sha256> candidates =
        Stream.of(turn.stateHash(), computed).flatMap(Optional::stream).distinct().toList();
    Optional<ChainHash> recorded = turn.chainHash().map(ChainHash::new);
    Optional<Sha256> proven =
        candidates.stream()
            .filter(
                hash -> chains(turn, hash, transitionHash).anyMatch(c -> isRecorded(c, recorded)))
            .findFirst();
    if (candidates.size() == 2) {
      boolean hashIsWrong = proven.isPresent() && proven.equals(computed);
      defects.add(
          Defect.at(
              turn.turn(),
              hashIsWrong ? "states.state_hash" : "states.state_payload",
              "the stored state and its hash do not fit"));
    }
    boolean canTell =
        turn.turn().value() == 0 || (!previousChains.isEmpty() && transitionHash.isPresent());
    if (canTell && recorded.isPresent() && !candidates.isEmpty() && proven.isEmpty()) {
      defects.add(
          Defect.at(
              turn.turn(),
              "states.chain_hash",
              "it does not follow from turn_number, timestamp, state_hash, the transition and the"
                  + " chain before"));
    }
    previousChains =
        proven.isPresent()
            ? recorded.stream().toList()
            : Stream.concat(
                    candidates.stream()
                        .flatMap(hash -> chains(turn, hash, transitionHash))
                        .limit(1),
                    recorded.stream())
                .distinct()
                .toList();
  }

  private Stream<ChainHash> chains(
      AuditedTurn turn, Sha256 stateHash, Optional<Sha256> transitionHash) {
    if (turn.turn().value() == 0) {
      return Stream.of(ChainHash.initial(turn.simulatedTime(), stateHash));
    }
    return transitionHash.stream()
        .flatMap(
            transition ->
                previousChains.stream()
                    .map(c -> c.next(turn.turn(), turn.simulatedTime(), stateHash, transition)));
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
