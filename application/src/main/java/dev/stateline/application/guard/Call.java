package dev.stateline.application.guard;

import java.util.Optional;

/**
 * A call of a stranger's method.
 *
 * @param scenario the scenario's name, or the adapter's type, where it is known
 * @param target the object whose method it is
 */
record Call(Component component, Optional<String> scenario, String method, Object target) {

  /** Who is called, for example {@code the engine of scenario 'town'}. */
  String who() {
    if (component == Component.SCENARIO || component == Component.ADAPTER) {
      String words = component.words();
      return scenario.map(name -> words + " '" + name + "'").orElse("the " + words);
    }
    return "the "
        + component.words()
        + scenario.map(name -> " of scenario '" + name + "'").orElse("");
  }

  /** The method with its class, where no stack tells more. */
  String place() {
    return CodePlace.className(target.getClass()) + "." + method;
  }
}
