package dev.stateline.domain.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorCodeTest {

  private static Arguments exception(
      ErrorCategory category, Function<ErrorCode, StatelineException> make) {
    return Arguments.of(category, make);
  }

  static Stream<Arguments> exceptions() {
    return Stream.of(
        exception(ErrorCategory.CALLER, code -> new InvalidInputException(code, "m")),
        exception(ErrorCategory.NOT_FOUND, code -> new NotFoundException(code, "m")),
        exception(ErrorCategory.CONFLICT, code -> new ConflictException(code, "m")),
        exception(ErrorCategory.UNAVAILABLE, code -> new UnavailableException(code, "m")),
        exception(ErrorCategory.INTERNAL, code -> new FailureException(code, "m")));
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void an_exception_takes_the_codes_of_its_own_category_and_no_other(
      ErrorCategory category, Function<ErrorCode, StatelineException> make) {
    for (ErrorCode code : ErrorCode.values()) {
      if (code.category() == category) {
        assertThat(make.apply(code).code()).isEqualTo(code);
        assertThat(make.apply(code).category()).isEqualTo(category);
      } else {
        assertThatThrownBy(() -> make.apply(code))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(code.name());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_code_is_printed_in_lower_case_with_hyphens(ErrorCode code) {
    assertThat(code.text()).matches("[a-z]+(-[a-z]+)*");
  }

  /** What programs rely on: a name is never changed or taken away; new ones are added here. */
  @Test
  void the_codes_and_their_categories_are_pinned() {
    assertThat(ErrorCode.values())
        .extracting(code -> code.text() + " " + code.category())
        .containsExactlyInAnyOrder(
            "invalid-value CALLER",
            "invalid-document CALLER",
            "invalid-configuration CALLER",
            "invalid-status-change CALLER",
            "ambiguous-reference CALLER",
            "not-supported CALLER",
            "turn-out-of-range NOT_FOUND",
            "simulation-not-found NOT_FOUND",
            "checkpoint-not-found NOT_FOUND",
            "scenario-not-found NOT_FOUND",
            "path-not-found NOT_FOUND",
            "database-not-found NOT_FOUND",
            "state-pruned NOT_FOUND",
            "name-taken CONFLICT",
            "simulation-exists CONFLICT",
            "writer-present CONFLICT",
            "writer-fenced CONFLICT",
            "head-moved CONFLICT",
            "still-needed CONFLICT",
            "history-diverged CONFLICT",
            "database-unavailable UNAVAILABLE",
            "database-busy UNAVAILABLE",
            "database-unusable UNAVAILABLE",
            "schema-unsupported UNAVAILABLE",
            "corrupt-data CORRUPT",
            "scenario-failed INTERNAL",
            "internal-error INTERNAL");
  }

  @Test
  void the_fields_are_pinned() {
    assertThat(ErrorField.values())
        .extracting(ErrorField::text)
        .containsExactlyInAnyOrder(
            "simulation",
            "turn",
            "head",
            "checkpoint",
            "name",
            "scenario",
            "path",
            "column",
            "place",
            "problem",
            "expected",
            "actual",
            "holder",
            "needed_by",
            "ability",
            "database",
            "component",
            "method",
            "source");
  }

  @Test
  void the_remedies_are_pinned() {
    assertThat(Remedy.values())
        .extracting(Remedy::name)
        .containsExactlyInAnyOrder(
            "LIST_SIMULATIONS",
            "LIST_CHECKPOINTS",
            "SHOW_WHOLE",
            "RESUME_OR_RENAME",
            "RESUME",
            "WAIT_OR_TAKE_OVER",
            "OPEN_AGAIN",
            "UNARCHIVE",
            "FINISH_OR_DISCARD_IMPORT",
            "MIGRATE",
            "RUN_FIRST",
            "VERIFY",
            "GIVE_RECEIPT");
  }

  @Test
  void an_invalid_input_is_an_invalid_value_unless_it_says_otherwise() {
    assertThat(new InvalidInputException("m").code()).isEqualTo(ErrorCode.INVALID_VALUE);
  }

  @Test
  void a_conflict_names_the_holder_where_there_is_one() {
    assertThat(new ConflictException(ErrorCode.NAME_TAKEN, "m").holder()).isEmpty();
    assertThat(ConflictException.writerPresent("world", "process 7").holder())
        .contains("process 7");
  }

  @Test
  void corrupt_data_names_its_place() {
    IllegalStateException cause = new IllegalStateException("bad frame");

    CorruptDataException e =
        new CorruptDataException("simulation 'world', turn 12", "states.x", "it is damaged", cause);

    assertThat(e)
        .hasMessage("simulation 'world', turn 12, column states.x: it is damaged")
        .hasCause(cause);
    assertThat(e.code()).isEqualTo(ErrorCode.CORRUPT_DATA);
    assertThat(e.place()).isEqualTo("simulation 'world', turn 12");
    assertThat(e.column()).isEqualTo("states.x");
    assertThat(e.problem()).isEqualTo("it is damaged");
  }

  @Test
  void an_error_without_a_message_is_refused() {
    assertThatThrownBy(() -> new NotFoundException(ErrorCode.PATH_NOT_FOUND, null))
        .isInstanceOf(NullPointerException.class);
  }
}
