package dev.stateline.application.guard;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.ErrorDetails;
import dev.stateline.domain.error.ErrorField;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.error.InvalidInputException;
import java.util.Optional;

/** How it is told that a stranger's method failed: on one line, with the place in its code. */
final class Failures {

  private Failures() {}

  /** It threw something. */
  static FailureException thrown(Call call, Throwable e) {
    Thrown thrown = Thrown.read(e);
    return failure(
        call,
        "threw " + thrown.type(),
        thrown.place().orElseGet(call::place),
        thrown.message(),
        thrown.cause());
  }

  /**
   * It answered, and that will not do.
   *
   * @param deed what it did, for example {@code gave null}
   */
  static FailureException because(Call call, String deed, Optional<String> problem) {
    return failure(call, deed, call.place(), problem, null);
  }

  /** It answered, and the answer was refused. */
  static FailureException unfit(Call call, String deed, InvalidInputException refusal) {
    String place = CodePlace.of(refusal).orElseGet(call::place);
    return failure(call, deed, place, Optional.of(refusal.getMessage()), refusal);
  }

  private static FailureException failure(
      Call call, String deed, String place, Optional<String> message, Throwable cause) {
    ErrorDetails details =
        ErrorDetails.of(ErrorField.COMPONENT, call.component().words())
            .with(ErrorField.METHOD, call.method())
            .with(ErrorField.SOURCE, place);
    return new FailureException(
        call.component() == Component.ADAPTER
            ? ErrorCode.INTERNAL_ERROR
            : ErrorCode.SCENARIO_FAILED,
        call.who()
            + " "
            + deed
            + " in "
            + call.method()
            + ", at "
            + place
            + message.map(said -> ": " + said).orElse(""),
        call.component() == Component.ADAPTER
            ? details
            : call.scenario().map(name -> details.with(ErrorField.SCENARIO, name)).orElse(details),
        cause);
  }
}
