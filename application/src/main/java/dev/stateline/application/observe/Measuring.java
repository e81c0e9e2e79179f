package dev.stateline.application.observe;

import dev.stateline.application.control.Ticker;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.measure.Amount;
import dev.stateline.domain.measure.Figure;
import dev.stateline.domain.measure.Operation;
import dev.stateline.domain.port.ObserverPort;
import dev.stateline.domain.spi.Persistence;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Measures work and tells an observer. Whatever the observer throws, the work goes on: a turn is
 * worth more than its measurement. Thread-safe.
 */
public final class Measuring {

  /** For work that nobody observes. */
  public static final Measuring NOTHING = new Measuring(ObserverPort.NONE, () -> 0);

  private final ObserverPort observer;
  private final Ticker ticker;
  private final AtomicBoolean complained = new AtomicBoolean();

  public Measuring(ObserverPort observer, Ticker ticker) {
    this.observer = Objects.requireNonNull(observer, "observer");
    this.ticker = Objects.requireNonNull(ticker, "ticker");
  }

  /** A persistence whose writes and reads of turns are measured. */
  public Persistence of(Persistence persistence) {
    return isObserved() ? new MeasuredPersistence(persistence, this) : persistence;
  }

  private boolean isObserved() {
    return observer != ObserverPort.NONE;
  }

  /** Does work, and tells what it took. */
  public <T> T of(Operation operation, Supplier<T> work, Function<? super T, Amount> amount) {
    if (!isObserved()) {
      return work.get();
    }
    long begin = ticker.nanos();
    T result;
    try {
      result = work.get();
    } catch (RuntimeException | Error e) {
      failed(operation, ticker.nanos() - begin, e);
      throw e;
    }
    long took = ticker.nanos() - begin;
    tell(to -> to.done(operation, Duration.ofNanos(took), amount.apply(result)));
    return result;
  }

  /** Lets the observer look at numbers. */
  public void watch(Supplier<List<Figure>> figures) {
    tell(to -> to.watch(figures.get()));
  }

  long nanos() {
    return ticker.nanos();
  }

  void done(Operation operation, long nanos, Amount amount) {
    tell(to -> to.done(operation, Duration.ofNanos(nanos), amount));
  }

  void failed(Operation operation, long nanos, Throwable fault) {
    ErrorCode code =
        fault instanceof StatelineException known ? known.code() : ErrorCode.INTERNAL_ERROR;
    tell(to -> to.failed(operation, Duration.ofNanos(nanos), code));
  }

  private void tell(Consumer<ObserverPort> news) {
    if (!isObserved()) {
      return;
    }
    try {
      news.accept(observer);
    } catch (RuntimeException | Error e) {
      // Once: it may do so at every turn.
      if (complained.compareAndSet(false, true)) {
        System.getLogger(Measuring.class.getName())
            .log(
                System.Logger.Level.WARNING,
                "the observer "
                    + observer.getClass().getName()
                    + " failed, and measurements are missing from now on; no turn is lost",
                e);
      }
    }
  }
}
