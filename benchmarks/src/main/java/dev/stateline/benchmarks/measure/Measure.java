package dev.stateline.benchmarks.measure;

import java.util.Set;

/** What is measured. */
public enum Measure {
  MADE("made in", Unit.SECONDS),
  APPEND("append", Unit.TURNS_A_SECOND),
  APPEND_ALL("append, the next turn given before one is durable", Unit.TURNS_A_SECOND),
  APPEND_P50("append, p50", Unit.MICROSECONDS),
  APPEND_P99("append, p99", Unit.MICROSECONDS),
  APPEND_TOGETHER("append, 8 simulations at once", Unit.TURNS_A_SECOND),
  READ("random read, p50", Unit.MICROSECONDS),
  READ_COLD("random read, fresh connections, p50", Unit.MICROSECONDS),
  READ_AGAIN("the same turn again, p50", Unit.MICROSECONDS),
  READ_NEXT("the next turn, p50", Unit.MICROSECONDS),
  READS("2,000 random reads", Unit.TURNS_A_SECOND),
  SCAN("scan", Unit.TURNS_A_SECOND),
  VERIFY("verify", Unit.TURNS_A_SECOND),
  FORK("fork at the last turn, p50", Unit.MICROSECONDS),
  TRANSFER("transfer", Unit.TURNS_A_SECOND),
  OPEN("open and read the head", Unit.MICROSECONDS),
  OPEN_SHORT("the same, history of 100 turns", Unit.MICROSECONDS),
  OPEN_AGAINST_SHORT("how many times as long that is", Unit.TIMES),
  DISK("disk", Unit.BYTES_A_TURN),
  DISK_COPIED("disk of what fork or transfer copied", Unit.BYTES_A_TURN),
  WAL("write-ahead log", Unit.BYTES_A_TURN),
  CANONICAL("canonical state, actions and outcomes", Unit.BYTES_A_TURN),
  CANONICALISE("a typed state to canonical bytes and SHA-256", Unit.MICROSECONDS),
  CANONICALISE_TEXT("JSON text to canonical bytes and SHA-256", Unit.MICROSECONDS),
  DECODE("canonical bytes to a typed state", Unit.MICROSECONDS),
  HELP("`--help`", Unit.MILLISECONDS),
  LIST("`list` on an existing database", Unit.MILLISECONDS),
  RUN("`run` of 30 turns, an existing database", Unit.MILLISECONDS),
  RUN_NEW("`run` of 30 turns, a new database", Unit.MILLISECONDS);

  /** In what a value is given, and whether more of it is better. */
  public enum Unit {
    TURNS_A_SECOND("turns/s", true),
    TIMES("×", false),
    MICROSECONDS("µs", false),
    MILLISECONDS("ms", false),
    SECONDS("s", false),
    BYTES_A_TURN("B a turn", false);

    private final String label;
    private final boolean moreIsBetter;

    Unit(String label, boolean moreIsBetter) {
      this.label = label;
      this.moreIsBetter = moreIsBetter;
    }

    public String label() {
      return label;
    }

    public boolean moreIsBetter() {
      return moreIsBetter;
    }
  }

  /** What says how much there was, or is a ratio already. */
  private static final Set<Measure> NOT_COMPARED = Set.of(MADE, CANONICAL, OPEN_AGAINST_SHORT);

  static final Set<Measure> OF_SINGLE_READS = Set.of(READ, READ_COLD, READ_AGAIN, READ_NEXT);

  private final String label;
  private final Unit unit;

  Measure(String label, Unit unit) {
    this.label = label;
    this.unit = unit;
  }

  public String label() {
    return label;
  }

  /** Whether the less or more of it is better. */
  public boolean isCompared() {
    return !NOT_COMPARED.contains(this);
  }

  public Unit unit() {
    return unit;
  }
}
