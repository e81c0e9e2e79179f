package dev.stateline.codec.parameters;

import java.lang.reflect.RecordComponent;

/** A record that cannot be one of parameters: a defect of the scenario, found when it is loaded. */
final class ParameterDefect extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  ParameterDefect(RecordComponent component, String problem) {
    super(
        "the component "
            + component.getName()
            + " of "
            + component.getDeclaringRecord().getName()
            + " "
            + problem);
  }
}
