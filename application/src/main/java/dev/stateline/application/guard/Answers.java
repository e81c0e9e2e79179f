package dev.stateline.application.guard;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.InitialState;
import dev.stateline.domain.engine.ScenarioParameter;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.NameRules;
import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a stranger's answers have to be; null is left to the guard. */
final class Answers {

  private Answers() {}

  /** A copy of a list that nobody else can change. */
  static <T> List<T> list(List<T> given) {
    if (given == null) {
      return null;
    }
    List<T> copy = new ArrayList<>(given);
    int missing = copy.indexOf(null);
    if (missing >= 0) {
      throw new UnfitAnswer("element " + missing + " of the list is null");
    }
    return List.copyOf(copy);
  }

  static String label(String what, String label) {
    try {
      if (label != null) {
        NameRules.checkLabel(what, label);
      }
      return label;
    } catch (InvalidInputException e) {
      throw new UnfitAnswer(e.getMessage());
    }
  }

  /**
   * @param what for example {@code state}
   */
  static int version(String what, int version) {
    if (version < 1) {
      throw new UnfitAnswer("a " + what + " version is 1 or more, not " + version);
    }
    return version;
  }

  /** A document whose author only promised its form. */
  static Document canonical(Document given) {
    return canonical("", given);
  }

  /**
   * @param which begins the message, where there are several
   */
  private static Document canonical(String which, Document given) {
    try {
      return given == null ? null : given.requireCanonical();
    } catch (InvalidInputException e) {
      throw new UnfitAnswer(which + e.getMessage());
    }
  }

  static Document object(Document parameters) {
    if (parameters != null && !canonical(parameters).text().startsWith("{")) {
      throw new UnfitAnswer("the parameters are no JSON object");
    }
    return parameters;
  }

  static List<ScenarioParameter> described(List<ScenarioParameter> given) {
    List<ScenarioParameter> parameters = list(given);
    if (parameters != null) {
      parameters.forEach(
          p ->
              p.defaultValue()
                  .ifPresent(d -> canonical("the default of parameter '" + p.name() + "': ", d)));
    }
    return parameters;
  }

  static List<Action> actions(List<Action> given) {
    List<Action> actions = list(given);
    if (actions != null) {
      for (int i = 0; i < actions.size(); i++) {
        canonical("action " + i + ": ", actions.get(i).document());
      }
    }
    return actions;
  }

  static <S> InitialState<S> initial(InitialState<S> given) {
    if (given != null) {
      time(given.simulatedTime());
    }
    return given;
  }

  private static void time(Optional<?> time) {
    // A raw type can hold anything.
    if (time.filter(value -> !(value instanceof SimulatedTime)).isPresent()) {
      throw new UnfitAnswer("the simulated time is of " + time.get().getClass());
    }
  }

  static <S> TurnResult<S> result(TurnResult<S> given) {
    if (given != null) {
      time(given.simulatedTime());
      List<Outcome> outcomes = given.outcomes();
      for (int i = 0; i < outcomes.size(); i++) {
        canonical("outcome " + i + ": ", outcomes.get(i).document());
      }
    }
    return given;
  }
}
