package dev.stateline.cli.prove;

import dev.stateline.application.replay.Mismatch;
import dev.stateline.cli.output.Column;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of places at which two computations of a turn differ. */
final class DifferenceColumns {

  private static final String WHOLE = "(whole)";

  private DifferenceColumns() {}

  /**
   * @param expected the name of the one computation
   * @param found the name of the other
   */
  static List<Column<Mismatch>> of(
      Simulation simulation, Optional<TurnNumber> turn, String expected, String found) {
    return List.of(
        Column.of("simulation", d -> simulation.name()),
        Column.<Mismatch>of("turn_number", d -> turn.map(TurnNumber::value)).headed("turn"),
        Column.of("part", d -> d.part().name().toLowerCase(Locale.ROOT)),
        Column.<Mismatch>of("path", Mismatch::path)
            .shownAs(path -> path.toString().isEmpty() ? WHOLE : path.toString()),
        Column.<Mismatch>of(expected, Mismatch::expected).shownAs(DifferenceColumns::text),
        Column.<Mismatch>of(found, Mismatch::found).shownAs(DifferenceColumns::text));
  }

  private static String text(Object document) {
    return ((Document) document).text();
  }

  static String turns(int number) {
    return number + (number == 1 ? " turn" : " turns");
  }
}
