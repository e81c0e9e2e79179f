package dev.stateline.application.guard;

/** The parts of a scenario, and the adapters, as they are called in messages. */
enum Component {
  PROVIDER("provider"),
  BACKTEST("back-test"),
  CODEC("codec"),
  ACTION_SOURCE("action source"),
  ENGINE("engine"),
  UPCASTER("upcaster"),
  SCENARIO("scenario"),
  ADAPTER("adapter");

  private final String words;

  Component(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
