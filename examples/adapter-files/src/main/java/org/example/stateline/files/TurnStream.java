package org.example.stateline.files;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;

/** Shows turns as they are read. Reading on once the stream is closed is an error. */
final class TurnStream {

  private TurnStream() {}

  static <T> Stream<T> of(List<StoredTurn> turns, Function<StoredTurn, T> view) {
    AtomicBoolean closed = new AtomicBoolean();
    return turns.stream()
        .map(
            turn -> {
              if (closed.get()) {
                throw new IllegalStateException(
                    "this stream of turns is closed; ask for a new one");
              }
              return view.apply(turn);
            })
        .onClose(() -> closed.set(true));
  }
}
