package dev.stateline.domain.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each error says beside its message, wherever it is thrown. */
class ErrorFactoriesTest {

  private static Arguments error(
      StatelineException error, ErrorCode code, String details, String... inMessage) {
    return Arguments.of(error, code, details, List.of(inMessage));
  }

  static Stream<Arguments> notFound() {
    return Stream.of(
        error(
            NotFoundException.simulation("7f"),
            ErrorCode.SIMULATION_NOT_FOUND,
            "{SIMULATION=7f} LIST_SIMULATIONS",
            "7f"),
        error(
            NotFoundException.unfinishedImport("7f"),
            ErrorCode.SIMULATION_NOT_FOUND,
            "{SIMULATION=7f}",
            "unfinished import",
            "7f"),
        error(
            NotFoundException.turn(8, 7),
            ErrorCode.TURN_OUT_OF_RANGE,
            "{TURN=8, HEAD=7}",
            "8",
            "7"),
        error(
            NotFoundException.turn("world", 8, 7),
            ErrorCode.TURN_OUT_OF_RANGE,
            "{SIMULATION=world, TURN=8, HEAD=7}",
            "'world'",
            "0 to 7",
            "no turn 8"),
        error(
            NotFoundException.state("world", 8),
            ErrorCode.TURN_OUT_OF_RANGE,
            "{SIMULATION=world, TURN=8}",
            "'world'",
            "turn 8"),
        error(
            NotFoundException.base("fork", 8),
            ErrorCode.TURN_OUT_OF_RANGE,
            "{SIMULATION=fork, TURN=8}",
            "'fork'",
            "turn 8"),
        error(
            NotFoundException.checkpoint("world", "treaty"),
            ErrorCode.CHECKPOINT_NOT_FOUND,
            "{SIMULATION=world, CHECKPOINT=treaty} LIST_CHECKPOINTS",
            "'world'",
            "'treaty'"),
        error(
            NotFoundException.turnNamed("world", "HEAD"),
            ErrorCode.CHECKPOINT_NOT_FOUND,
            "{SIMULATION=world, CHECKPOINT=HEAD} LIST_CHECKPOINTS",
            "'world'",
            "'HEAD'",
            "head~3"),
        error(
            NotFoundException.pruned("the state", 8),
            ErrorCode.STATE_PRUNED,
            "{TURN=8}",
            "the state of turn 8",
            "hash"),
        error(NotFoundException.pruned("what was done"), ErrorCode.STATE_PRUNED, "{}", "hash"),
        error(
            NotFoundException.scenario("chess", List.of("go", "world"), List.of()),
            ErrorCode.SCENARIO_NOT_FOUND,
            "{SCENARIO=chess}",
            "'chess'",
            "go, world"));
  }

  static Stream<Arguments> names() {
    return Stream.of(
        error(
            ConflictException.nameTaken("world"),
            ErrorCode.NAME_TAKEN,
            "{NAME=world} RESUME_OR_RENAME",
            "'world'"),
        error(
            ConflictException.nameKept("world"),
            ErrorCode.NAME_TAKEN,
            "{NAME=world} FINISH_OR_DISCARD_IMPORT",
            "'world'",
            "import"),
        error(
            ConflictException.checkpointNameTaken("world", "treaty"),
            ErrorCode.NAME_TAKEN,
            "{SIMULATION=world, NAME=treaty}",
            "'world'",
            "'treaty'"),
        error(
            ConflictException.exists("world", "7f"),
            ErrorCode.SIMULATION_EXISTS,
            "{SIMULATION=world}",
            "'world'",
            "7f"));
  }

  static Stream<Arguments> writers() {
    return Stream.of(
        error(
            ConflictException.writerPresent("world", "process 7"),
            ErrorCode.WRITER_PRESENT,
            "{SIMULATION=world, HOLDER=process 7} WAIT_OR_TAKE_OVER",
            "'world'",
            "process 7"),
        error(
            ConflictException.importUnderWay("world", "process 7"),
            ErrorCode.WRITER_PRESENT,
            "{SIMULATION=world, HOLDER=process 7}",
            "imported by process 7"),
        error(
            ConflictException.fenced("world", Optional.of("process 7")),
            ErrorCode.WRITER_FENCED,
            "{SIMULATION=world, HOLDER=process 7} OPEN_AGAIN",
            "taken over by process 7"),
        error(
            ConflictException.fenced("world", Optional.empty()),
            ErrorCode.WRITER_FENCED,
            "{SIMULATION=world} OPEN_AGAIN",
            "closed"),
        error(
            ConflictException.importEnded("world"),
            ErrorCode.WRITER_FENCED,
            "{SIMULATION=world}",
            "discarded or published"));
  }

  static Stream<Arguments> histories() {
    return Stream.of(
        error(
            ConflictException.headMoved("world", 8, 9),
            ErrorCode.HEAD_MOVED,
            "{SIMULATION=world, TURN=8, HEAD=9} OPEN_AGAIN",
            "turn 8",
            "turn 9"),
        error(
            ConflictException.diverged("world", 8),
            ErrorCode.HISTORY_DIVERGED,
            "{SIMULATION=world, TURN=8}",
            "'world'",
            "turn 8"),
        error(
            ConflictException.turnsNeeded("world", 8, "checkpoint 'treaty'"),
            ErrorCode.STILL_NEEDED,
            "{SIMULATION=world, TURN=8, NEEDED_BY=checkpoint 'treaty'}",
            "after turn 8",
            "checkpoint 'treaty'"),
        error(
            ConflictException.historyNeeded("world", "fork"),
            ErrorCode.STILL_NEEDED,
            "{SIMULATION=world, NEEDED_BY=fork}",
            "'world'",
            "'fork'"));
  }

  static Stream<Arguments> requests() {
    return Stream.of(
        error(
            InvalidInputException.statusChange("world", "created", "failed"),
            ErrorCode.INVALID_STATUS_CHANGE,
            "{SIMULATION=world, EXPECTED=failed, ACTUAL=created}",
            "created",
            "failed"),
        error(
            InvalidInputException.archived("world"),
            ErrorCode.INVALID_STATUS_CHANGE,
            "{SIMULATION=world} UNARCHIVE",
            "archived"),
        error(
            InvalidInputException.notSupported("files at x", "fork simulations"),
            ErrorCode.NOT_SUPPORTED,
            "{ABILITY=fork simulations, DATABASE=files at x}",
            "files at x cannot fork simulations"),
        error(
            new CorruptDataException("turn 8", "turns.x", "damaged"),
            ErrorCode.CORRUPT_DATA,
            "{COLUMN=turns.x, PLACE=turn 8, PROBLEM=damaged}",
            "turn 8, column turns.x: damaged"));
  }

  @ParameterizedTest
  @MethodSource({"notFound", "names", "writers", "histories", "requests"})
  void it_has_a_code_and_fields_and_says_them_in_its_message(
      StatelineException error, ErrorCode code, String details, List<String> inMessage) {
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.details().toString().strip()).isEqualTo(details);
    assertThat(error).hasMessageContainingAll(inMessage.toArray(String[]::new));
    assertThat(error.getMessage()).doesNotContain("stateline ", "--");
  }
}
