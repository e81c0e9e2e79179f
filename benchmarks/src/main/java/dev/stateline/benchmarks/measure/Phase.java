package dev.stateline.benchmarks.measure;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A part of a race. */
interface Phase<S> {

  /** What is done, in a word or two. */
  String name();

  /** Whether only those take part who give states back. */
  default boolean ofReaders() {
    return true;
  }

  void run(List<Entrant<S>> entrants) throws SQLException;

  /** The entrants in the order of a round: each is the first in its turn. */
  static <S> List<Entrant<S>> inOrder(List<Entrant<S>> entrants, int round) {
    List<Entrant<S>> order = new ArrayList<>(entrants);
    Collections.rotate(order, round);
    return order;
  }
}
