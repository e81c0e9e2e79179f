package dev.stateline.domain.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

  @Test
  void the_printed_codes_are_stable() {
    Map<String, ErrorCategory> printed = new TreeMap<>();
    for (ErrorCode code : ErrorCode.values()) {
      printed.put(code.text(), code.category());
    }

    assertThat(printed)
        .containsEntry("invalid-value", ErrorCategory.CALLER)
        .containsEntry("ambiguous-reference", ErrorCategory.CALLER)
        .containsEntry("simulation-not-found", ErrorCategory.NOT_FOUND)
        .containsEntry("turn-out-of-range", ErrorCategory.NOT_FOUND)
        .containsEntry("writer-present", ErrorCategory.CONFLICT)
        .containsEntry("head-moved", ErrorCategory.CONFLICT)
        .containsEntry("database-busy", ErrorCategory.UNAVAILABLE)
        .containsEntry("corrupt-data", ErrorCategory.CORRUPT)
        .containsEntry("engine-failed", ErrorCategory.INTERNAL)
        .hasSameSizeAs(ErrorCode.values());
  }

  @Test
  void an_invalid_input_is_an_invalid_value_unless_it_says_otherwise() {
    assertThat(new InvalidInputException("m").code()).isEqualTo(ErrorCode.INVALID_VALUE);
  }

  @Test
  void a_conflict_names_the_holder_where_there_is_one() {
    assertThat(new ConflictException(ErrorCode.NAME_TAKEN, "m").holder()).isEmpty();
    assertThat(
            new ConflictException(ErrorCode.WRITER_PRESENT, "m", Optional.of("process 7")).holder())
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
