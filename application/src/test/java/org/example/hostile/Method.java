package org.example.hostile;

/** The methods of a scenario and its parts in which something may go wrong. */
public enum Method {
  OPEN("the provider of scenario 'hostile'", "open", When.OPENING),
  ENGINE_NAME("scenario 'hostile'", "engineName", When.OPENING),
  ENGINE_VERSION("scenario 'hostile'", "engineVersion", When.OPENING),
  PARAMETERS("scenario 'hostile'", "parameters", When.OPENING),
  CODEC("scenario 'hostile'", "codec", When.OPENING),
  LAST_TURN("scenario 'hostile'", "lastTurn", When.BEGINNING),
  INITIAL_STATE("scenario 'hostile'", "initialState", When.BEGINNING),
  ENCODE("the codec of scenario 'hostile'", "encode", When.PLAYING),
  DECODE("the codec of scenario 'hostile'", "decode", When.PLAYING),
  ACTION_SOURCE("scenario 'hostile'", "actionSource", When.OPENING),
  ACTIONS("the action source of scenario 'hostile'", "actions", When.PLAYING),
  ENGINE("scenario 'hostile'", "engine", When.OPENING),
  PROCESS_TURN("the engine of scenario 'hostile'", "processTurn", When.PLAYING),
  CLOSE("scenario 'hostile'", "close", When.CLOSING);

  /** When Stateline calls it. */
  public enum When {
    /** Whenever the scenario is opened, before anything is stored. */
    OPENING,
    /** Before turn 0 is stored. */
    BEGINNING,
    /** In each turn. */
    PLAYING,
    /** After the last turn. */
    CLOSING
  }

  private final String who;
  private final String call;
  private final When when;

  Method(String who, String call, When when) {
    this.who = who;
    this.call = call;
    this.when = when;
  }

  /** Who is to blame. */
  public String who() {
    return who;
  }

  /** Its name. */
  public String call() {
    return call;
  }

  public When when() {
    return when;
  }

  public boolean givesDocuments() {
    return switch (this) {
      case PARAMETERS, ENCODE, ACTIONS, PROCESS_TURN -> true;
      default -> false;
    };
  }
}
