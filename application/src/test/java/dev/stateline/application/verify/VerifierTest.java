package dev.stateline.application.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.manager.StateManager;
import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.AuditedTurn;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.Defect;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.Receipt;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.domain.turn.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerifierTest {

  private static final int LAST = 6;

  private final TownStore honest = new TownStore();
  private final SimulationId town = honest.played("town", LAST).id();
  private final DamagedStore store = new DamagedStore(honest.persistence);

  @AfterEach
  void close() {
    honest.close();
  }

  private VerificationReport verify(Optional<Receipt> expected) {
    return new Verifier(store).verify(town, expected, turn -> {});
  }

  private List<String> defects() {
    return verify(Optional.empty()).defects().stream().map(VerifierTest::printed).toList();
  }

  private static String printed(Defect defect) {
    return defect.turn().map(turn -> turn + " ").orElse("") + defect.column();
  }

  private Receipt receipt(int turn) {
    return new Receipt(
        new TurnNumber(turn),
        new ChainHash(Sha256.parse(honest.chain(town).get(turn))),
        TownRules.PROVENANCE.hash());
  }

  @Test
  void an_honest_history_is_clean() {
    List<TurnNumber> read = new ArrayList<>();

    VerificationReport report = new Verifier(store).verify(town, Optional.empty(), read::add);

    assertThat(report.isClean()).isTrue();
    assertThat(report.defects()).isEmpty();
    assertThat(report.turns()).isEqualTo(LAST + 1);
    assertThat(report.receipt()).isEqualTo(receipt(LAST));
    assertThat(read).isEqualTo(IntStream.rangeClosed(0, LAST).mapToObj(TurnNumber::new).toList());
  }

  @Test
  void a_whole_database_is_verified_simulation_by_simulation() {
    honest.played("village", 1);
    DatabaseReport clean = new Verifier(store).verifyAll(listed -> {});
    assertThat(clean.isClean()).isTrue();
    assertThat(clean.simulations()).isEqualTo(2);
    assertThat(clean.turns()).isEqualTo(LAST + 1 + 2);

    store.damage(LAST, Damage::chainHash);

    assertThat(new Verifier(store).verifyAll(listed -> {}).defects())
        .singleElement()
        .satisfies(place -> assertThat(place.simulation()).contains("town"))
        .satisfies(place -> assertThat(printed(place.defect())).endsWith("turns.chain_hash"));
  }

  @Test
  void no_turn_is_proposed_where_the_head_leads_into_the_turns_of_another() {
    store.findBeside(Defect.beside("heads.turn_number", "changed"));
    assertThat(verify(Optional.empty()).soundUntil()).contains(new TurnNumber(LAST));

    store.findBeside(Defect.beside("heads.segment", "changed"));
    assertThat(verify(Optional.empty()).soundUntil()).isEmpty();
  }

  @Test
  void the_last_turn_before_damage_is_sound_and_so_is_a_history_beside_damaged_checkpoints() {
    store.findBeside(Defect.beside("checkpoint_records.row_checksum", "changed"));
    assertThat(verify(Optional.empty()).soundUntil()).contains(new TurnNumber(LAST));

    store.damage(2, Damage::chainHash);
    assertThat(verify(Optional.empty()).soundUntil()).contains(new TurnNumber(1));

    store.findBeside(Defect.beside("segments.row_checksum", "changed"));
    assertThat(verify(Optional.empty()).soundUntil()).isEmpty();
  }

  @Test
  void a_simulation_that_is_not_there_is_not_found() {
    assertThatThrownBy(
            () ->
                new Verifier(store)
                    .verify(new SimulationId(new UUID(0, 1)), Optional.empty(), turn -> {}))
        .isInstanceOf(NotFoundException.class);
  }

  private static Stream<Arguments> at(int first, String column, UnaryOperator<AuditedTurn> damage) {
    return IntStream.rangeClosed(first, LAST).mapToObj(turn -> Arguments.of(turn, column, damage));
  }

  static Stream<Arguments> damages() {
    return Stream.of(
            at(0, "turns.state_payload", Damage::stateDocument),
            at(0, "turns.state_hash", Damage::stateHash),
            at(0, "turns.chain_hash", Damage::stateDocumentAndHash),
            at(0, "turns.chain_hash", Damage::chainHash),
            at(0, "turns.chain_hash", Damage::time),
            at(0, "turns.chain_hash", Damage::lostTime),
            at(0, "turns.state_payload", Damage::undecodable),
            at(0, "turns", Damage::unreadable),
            at(1, "turns", Damage::withoutTransition),
            at(1, "turns.actions_payload", Damage::actions),
            at(1, "turns.outcomes_payload", Damage::outcomes),
            at(1, "turns.actions_hash", Damage::actionsHash),
            at(1, "turns.outcomes_hash", Damage::outcomesHash))
        .flatMap(s -> s);
  }

  @ParameterizedTest(name = "{1} at turn {0}")
  @MethodSource("damages")
  void a_changed_column_is_named_with_its_turn_and_nothing_else_is(
      int turn, String column, UnaryOperator<AuditedTurn> damage) {
    store.damage(turn, damage);

    assertThat(defects()).containsExactly(turn + " " + column);
  }

  static IntStream turns() {
    return IntStream.rangeClosed(0, LAST);
  }

  @ParameterizedTest
  @MethodSource("turns")
  void a_missing_row_is_named_with_its_turn_and_nothing_else_is(int turn) {
    store.lose(turn);

    assertThat(defects()).containsExactly(turn + " turns");
    assertThat(verify(Optional.empty()).turns()).isEqualTo(LAST);
  }

  @ParameterizedTest
  @MethodSource("turns")
  void a_turn_whose_documents_were_pruned_is_no_defect(int turn) {
    store.damage(turn, Damage::pruned);

    assertThat(verify(Optional.of(receipt(LAST))).isClean()).isTrue();
  }

  @Test
  void missing_rows_in_a_row_are_one_defect() {
    store.lose(2);
    store.lose(3);
    store.lose(4);

    assertThat(verify(Optional.empty()).defects())
        .containsExactly(
            Defect.at(new TurnNumber(2), "turns", "the rows of turns 2 to 4 are missing"));
  }

  @Test
  void a_history_without_any_row_is_one_defect() {
    turns().forEach(store::lose);

    assertThat(verify(Optional.empty()).defects())
        .containsExactly(
            Defect.at(TurnNumber.ZERO, "turns", "the rows of turns 0 to 6 are missing"));
  }

  @Test
  void a_missing_last_row_is_the_only_defect_even_if_another_engine_made_it() {
    Provenance newer = new Provenance("town", "2", Document.EMPTY_OBJECT.hash(), TownRules.SEED);
    try (StateManager<Town> manager =
        honest.stateline.open(town, TownRules.FORMAT, newer, TakeOver.REFUSE)) {
      TownStore.play(manager, 1);
    }
    assertThat(defects()).isEmpty();

    store.lose(LAST + 1);

    assertThat(defects()).containsExactly("7 turns");
  }

  @Test
  void several_defects_are_all_named_from_the_earliest_turn_on() {
    store.damage(1, Damage::stateDocument);
    store.damage(2, Damage::chainHash);
    store.damage(3, Damage::actions);
    store.damage(3, Damage::outcomes);
    store.damage(4, Damage::withoutTransition);
    store.damage(5, Damage::stateHash);
    store.lose(6);
    store.findBeside(Defect.beside("simulations.metadata", "the row checksum does not hold"));

    assertThat(defects())
        .containsExactly(
            "1 turns.state_payload",
            "2 turns.chain_hash",
            "3 turns.actions_payload",
            "3 turns.outcomes_payload",
            "4 turns",
            "5 turns.state_hash",
            "6 turns",
            "simulations.metadata");
  }

  @Test
  void chain_hashes_of_neighbouring_turns_are_all_named() {
    store.damage(2, Damage::chainHash);
    store.damage(3, Damage::chainHash);
    store.damage(4, Damage::chainHash);

    assertThat(defects())
        .containsExactly("2 turns.chain_hash", "3 turns.chain_hash", "4 turns.chain_hash");
  }

  @Test
  void a_forger_who_computes_the_chain_hash_anew_is_found_at_the_next_turn() {
    store.damage(
        3,
        t -> {
          AuditedTurn forged = Damage.stateDocumentAndHash(t);
          ChainHash chain =
              new ChainHash(Sha256.parse(honest.chain(town).get(2)))
                  .next(
                      t.turn(),
                      t.simulatedTime(),
                      forged.stateHash().orElseThrow(),
                      transitionHash(t.transition().orElseThrow()));
          return new AuditedTurn(
              t.turn(),
              true,
              t.simulatedTime(),
              forged.content(),
              forged.stateHash(),
              Optional.of(chain.value()),
              t.provenanceHash(),
              t.transition(),
              t.defects());
        });

    assertThat(defects()).containsExactly("4 turns.chain_hash");
  }

  private static Sha256 transitionHash(AuditedTurn.AuditedTransition transition) {
    return Transition.hash(
        transition.actionsHash().orElseThrow(), transition.outcomesHash().orElseThrow());
  }

  private static StateRef forged(StateRef state, int turn) {
    return new StateRef(
        state.segment(), new TurnNumber(turn), new ChainHash(Sha256.ofUtf8("forged")));
  }

  private static UnaryOperator<Head> head(UnaryOperator<StateRef> state, UnaryOperator<Sha256> by) {
    return head ->
        new Head(head.segment(), state.apply(head.state()), by.apply(head.provenanceHash()));
  }

  @Test
  void a_head_with_another_chain_hash_is_named() {
    store.damageHead(head(s -> forged(s, s.turn().value()), p -> p));

    assertThat(defects()).containsExactly("heads.chain_hash");
  }

  @Test
  void a_head_with_another_provenance_is_named() {
    store.damageHead(head(s -> s, p -> Sha256.ofUtf8("forged")));

    assertThat(defects()).containsExactly("heads.provenance");
  }

  @Test
  void a_head_after_the_last_row_misses_the_turns_between() {
    store.damageHead(head(s -> forged(s, 8), p -> p));

    assertThat(verify(Optional.empty()).defects())
        .containsExactly(
            Defect.at(new TurnNumber(7), "turns", "the rows of turns 7 to 8 are missing"));
  }
}
