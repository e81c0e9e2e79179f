package dev.stateline.application.guard;

/** Says in words what a stranger's code threw outside a guarded call. */
public final class StrangersError {

  private StrangersError() {}

  /**
   * Its type, the place in the stranger's code, and what it says; never throws, whatever the
   * throwable does.
   */
  public static String of(Throwable e) {
    Thrown thrown = Thrown.read(e);
    return thrown.type()
        + thrown.place().map(place -> ", at " + place).orElse("")
        + thrown.message().map(message -> ": " + message).orElse("");
  }

  /** Itself, or what it can be replaced by where it cannot be printed. */
  public static Throwable printable(Throwable e) {
    return Thrown.read(e).cause();
  }
}
