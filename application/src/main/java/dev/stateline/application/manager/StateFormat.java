package dev.stateline.application.manager;

import dev.stateline.application.guard.Guarded;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.Upcaster;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.StateCodec;
import dev.stateline.domain.turn.State;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * How a simulation's typed state becomes a document, and how it is read again. Whatever else codec
 * and upcaster throw than their contracts allow comes out as SCENARIO_FAILED.
 *
 * @param version the version of the document's shape, 1 or more
 * @param upcaster reads states of earlier versions
 */
public record StateFormat<S>(StateCodec<S> codec, int version, Upcaster upcaster) {

  /**
   * @throws InvalidInputException if the version is below 1
   */
  public StateFormat {
    codec = Guarded.codec(Objects.requireNonNull(codec, "codec"));
    upcaster = Guarded.upcaster(Objects.requireNonNull(upcaster, "upcaster"));
    if (version < 1) {
      throw new InvalidInputException("a state version is 1 or more, not " + version);
    }
  }

  /** A format that reads no earlier version. */
  public StateFormat(StateCodec<S> codec, int version) {
    this(codec, version, Upcaster.NONE);
  }

  /** The format of a scenario. */
  public static <S> StateFormat<S> of(Scenario<S> scenario) {
    return new StateFormat<>(scenario.codec(), scenario.stateVersion(), scenario::upcast);
  }

  /**
   * A stored state in the shape of this version; the same document if it has this shape already.
   *
   * @param storedVersion the version with which it was stored
   * @throws InvalidInputException NOT_SUPPORTED if it is of a later version, or of an earlier one
   *     from which no step leads on
   */
  public Document upcast(Document stored, int storedVersion) {
    if (storedVersion > version) {
      throw new InvalidInputException(
          ErrorCode.NOT_SUPPORTED,
          "the state has version "
              + storedVersion
              + ", and this scenario reads states up to version "
              + version
              + "; use the release of the scenario that wrote it, or a later one");
    }
    Document document = stored;
    for (int step = storedVersion; step < version; step++) {
      document = upcaster.upcast(document, step);
    }
    return document;
  }

  /**
   * A stored state, typed.
   *
   * @throws InvalidInputException as {@link #upcast}, or if the document does not fit the type
   */
  public S decode(Document stored, int storedVersion) {
    return codec.decode(upcast(stored, storedVersion));
  }

  /**
   * A stored state in the shape of this version.
   *
   * @param simulation whose it is
   * @throws InvalidInputException as {@link #upcast(Document, int)}; the message names the state
   */
  public Document upcast(State stored, SimulationName simulation) {
    return named(stored, simulation, () -> upcast(stored.document(), stored.stateVersion()));
  }

  /**
   * A stored state, typed.
   *
   * @param simulation whose it is
   * @throws InvalidInputException as {@link #decode(Document, int)}; the message names the state
   */
  public S decode(State stored, SimulationName simulation) {
    return named(stored, simulation, () -> decode(stored.document(), stored.stateVersion()));
  }

  private static <T> T named(State stored, SimulationName simulation, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (InvalidInputException e) {
      throw InvalidInputException.misfit(
          simulation, "the stored state of turn " + stored.turn(), e);
    }
  }
}
