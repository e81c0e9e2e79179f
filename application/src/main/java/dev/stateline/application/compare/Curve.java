package dev.stateline.application.compare;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the values at some places of the states go apart over the turns. States are read one at a
 * time, as the curve is; of turns at which a run is equal to the first, only the first's is read.
 * Thread-safe.
 */
public final class Curve {

  private final DocumentTools documents;
  private final ComparedRun first;
  private final List<RunComparison> others;

  /**
   * @param first the run that the others were compared with
   */
  public Curve(DocumentTools documents, ComparedRun first, List<RunComparison> others) {
    this.documents = documents;
    this.first = first;
    this.others = List.copyOf(others);
  }

  /**
   * The points of the curve by turn, those of one turn in the order of the pointers.
   *
   * @param range from where to where; it ends with the longest run at the latest
   * @param every a turn of so many is read, at least 1
   * @throws dev.stateline.domain.error.InvalidInputException when it is read, if a text is no JSON
   *     Pointer
   */
  public Stream<CurvePoint> points(List<String> pointers, TurnRange range, int every) {
    int last =
        Stream.concat(Stream.of(first), others.stream().map(RunComparison::run))
            .mapToInt(run -> run.lastTurn().value())
            .max()
            .orElseThrow();
    int from = range.from().value();
    int to = Math.min(last, range.to().value());
    return IntStream.rangeClosed(0, from > to ? -1 : (to - from) / every)
        .map(step -> from + step * every)
        .mapToObj(TurnNumber::new)
        .flatMap(turn -> points(pointers, turn));
  }

  private Stream<CurvePoint> points(List<String> pointers, TurnNumber turn) {
    List<Optional<Document>> states = states(turn);
    return pointers.stream()
        .map(
            pointer ->
                new CurvePoint(
                    turn,
                    pointer,
                    states.stream()
                        .map(state -> state.flatMap(s -> documents.select(s, pointer)))
                        .toList()));
  }

  private List<Optional<Document>> states(TurnNumber turn) {
    List<Optional<Document>> states = new ArrayList<>();
    states.add(state(first, turn));
    for (RunComparison other : others) {
      states.add(isShared(other, turn) ? states.get(0) : state(other.run(), turn));
    }
    return states;
  }

  private static boolean isShared(RunComparison other, TurnNumber turn) {
    return !turn.isAfter(other.comparedTo())
        && other.divergence().map(d -> d.turn().isAfter(turn)).orElse(true);
  }

  private static Optional<Document> state(ComparedRun run, TurnNumber turn) {
    return turn.isAfter(run.lastTurn())
        ? Optional.empty()
        : Optional.of(run.state(turn).document());
  }
}
