package dev.stateline.application.verify;

import dev.stateline.application.testworld.TownRules;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.turn.AuditedTurn;
import dev.stateline.domain.turn.AuditedTurn.AuditedTransition;
import dev.stateline.domain.turn.Content;
import dev.stateline.domain.turn.Defect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One changed column each. */
final class Damage {

  private static final Optional<Content> OTHER_DOCUMENT =
      Optional.of(Content.of(TownRules.document("{\"forged\":true}")));
  private static final Optional<Sha256> OTHER_HASH = Optional.of(Sha256.ofUtf8("forged"));

  private Damage() {}

  static AuditedTurn stateDocument(AuditedTurn t) {
    return state(t, OTHER_DOCUMENT, t.stateHash(), t.chainHash(), t.simulatedTime());
  }

  static AuditedTurn stateHash(AuditedTurn t) {
    return state(t, t.content(), OTHER_HASH, t.chainHash(), t.simulatedTime());
  }

  /** A forger who knows that document and hash must fit. */
  static AuditedTurn stateDocumentAndHash(AuditedTurn t) {
    return state(
        t, OTHER_DOCUMENT, OTHER_DOCUMENT.map(Content::hash), t.chainHash(), t.simulatedTime());
  }

  static AuditedTurn chainHash(AuditedTurn t) {
    return state(t, t.content(), t.stateHash(), OTHER_HASH, t.simulatedTime());
  }

  static AuditedTurn time(AuditedTurn t) {
    return state(
        t,
        t.content(),
        t.stateHash(),
        t.chainHash(),
        Optional.of(new SimulatedTime(Instant.parse("1789-07-14T00:00:00Z"))));
  }

  static AuditedTurn lostTime(AuditedTurn t) {
    return state(t, t.content(), t.stateHash(), t.chainHash(), Optional.empty());
  }

  /** The adapter could not decode the state, and says so. */
  static AuditedTurn undecodable(AuditedTurn t) {
    return new AuditedTurn(
        t.turn(),
        t.isReadable(),
        t.simulatedTime(),
        Optional.empty(),
        t.stateHash(),
        t.chainHash(),
        t.provenanceHash(),
        t.transition(),
        List.of(Defect.at(t.turn(), "turns.state_payload", "the frame does not decode")));
  }

  /** The adapter could not read anything of the state's row, and says so. */
  static AuditedTurn unreadable(AuditedTurn t) {
    return AuditedTurn.unreadable(
        t.turn(), List.of(Defect.at(t.turn(), "turns", "the row cannot be read")));
  }

  /** No damage: retention took the documents, and kept their hashes. */
  static AuditedTurn pruned(AuditedTurn t) {
    AuditedTurn bare =
        state(
            t,
            t.content().map(content -> Content.pruned(content.hash())),
            t.stateHash(),
            t.chainHash(),
            t.simulatedTime());
    return transition(
        bare,
        r ->
            new AuditedTransition(
                r.actions().map(content -> Content.pruned(content.hash())),
                r.outcomes().map(content -> Content.pruned(content.hash())),
                r.actionsHash(),
                r.outcomesHash()));
  }

  static AuditedTurn withoutTransition(AuditedTurn t) {
    return transition(t, Optional.empty());
  }

  static AuditedTurn actions(AuditedTurn t) {
    return transition(
        t,
        r ->
            new AuditedTransition(OTHER_DOCUMENT, r.outcomes(), r.actionsHash(), r.outcomesHash()));
  }

  static AuditedTurn outcomes(AuditedTurn t) {
    return transition(
        t,
        r -> new AuditedTransition(r.actions(), OTHER_DOCUMENT, r.actionsHash(), r.outcomesHash()));
  }

  static AuditedTurn actionsHash(AuditedTurn t) {
    return transition(
        t, r -> new AuditedTransition(r.actions(), r.outcomes(), OTHER_HASH, r.outcomesHash()));
  }

  static AuditedTurn outcomesHash(AuditedTurn t) {
    return transition(
        t, r -> new AuditedTransition(r.actions(), r.outcomes(), r.actionsHash(), OTHER_HASH));
  }

  private static AuditedTurn state(
      AuditedTurn t,
      Optional<Content> document,
      Optional<Sha256> stateHash,
      Optional<Sha256> chainHash,
      Optional<SimulatedTime> time) {
    return new AuditedTurn(
        t.turn(),
        t.isReadable(),
        time,
        document,
        stateHash,
        chainHash,
        t.provenanceHash(),
        t.transition(),
        t.defects());
  }

  private static AuditedTurn transition(AuditedTurn t, UnaryOperator<AuditedTransition> change) {
    return transition(t, t.transition().map(change));
  }

  private static AuditedTurn transition(AuditedTurn t, Optional<AuditedTransition> transition) {
    return new AuditedTurn(
        t.turn(),
        t.isReadable(),
        t.simulatedTime(),
        t.content(),
        t.stateHash(),
        t.chainHash(),
        t.provenanceHash(),
        transition,
        t.defects());
  }
}
