package dev.stateline.domain.port;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.measure.Amount;
import dev.stateline.domain.measure.Figure;
import dev.stateline.domain.measure.Operation;
import java.time.Duration;
import java.util.List;

/**
 * Is told what the work with a database costs. By default it does nothing with that.
 *
 * <p>It is called by the threads that do the work, when it is done, several at a time: it is quick
 * and thread-safe. What it throws is logged, and loses no turn.
 */
public interface ObserverPort {

  /** For those who want to know nothing. */
  ObserverPort NONE = new ObserverPort() {};

  /**
   * Something was done.
   *
   * @param took how long; of turns that were read one after the other, without what the reader did
   *     in between
   */
  default void done(Operation operation, Duration took, Amount amount) {}

  /**
   * Something was refused or broke.
   *
   * @param took how long until then
   * @param code what it was; INTERNAL_ERROR for what is no exception of Stateline's
   */
  default void failed(Operation operation, Duration took, ErrorCode code) {}

  /**
   * Numbers that may be looked at from now on, as long as somebody wants to know them. Told once,
   * when the work begins.
   */
  default void watch(List<Figure> figures) {}
}
