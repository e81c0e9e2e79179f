package dev.stateline.codec.parameters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a component of a record what may be given for it; see {@link ScenarioParameters}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Parameter {

  /** Stands for no default; nobody can write it in YAML. */
  String REQUIRED = "\u0000";

  /** What it does, and its unit, in a few words. */
  String meaning();

  /**
   * What holds when it is not given, as it would be written in YAML: {@code 0.3}, {@code low},
   * {@code [ana, bob]}. Without one, the parameter must be given.
   */
  String defaultValue() default REQUIRED;

  /** The least number, inclusive. */
  double min() default Double.NEGATIVE_INFINITY;

  /** The greatest number, inclusive. */
  double max() default Double.POSITIVE_INFINITY;
}
