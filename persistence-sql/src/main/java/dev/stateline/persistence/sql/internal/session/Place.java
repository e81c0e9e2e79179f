package dev.stateline.persistence.sql.internal.session;

import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.time.TurnNumber;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/**
 * Where a piece of work reads, for the message if a row there is damaged.
 *
 * @param table the table that it mainly reads
 * @param simulation whose rows; null for those of all
 * @param name the name by which the simulation was asked for; null for none
 * @param turn which turn's; null for none
 */
public record Place(String table, SimulationId simulation, SimulationName name, TurnNumber turn) {

  public static Place inAll(String table) {
    return new Place(table, null, null, null);
  }

  public static Place of(String table, SimulationId simulation) {
    return new Place(table, simulation, null, null);
  }

  public static Place of(String table, SimulationName name) {
    return new Place(table, null, name, null);
  }

  public static Place of(String table, SimulationId simulation, TurnNumber turn) {
    return new Place(table, simulation, null, turn);
  }

  /** The turn; empty for none. */
  public Optional<TurnNumber> turnIfAny() {
    return Optional.ofNullable(turn);
  }

  /** For people: the simulation by its name, if that can be read. */
  String describe(SqlSession session) {
    if (name != null) {
      return "simulation '" + name + "'";
    }
    if (simulation == null) {
      return "a simulation";
    }
    String name = session.getMapper(PlaceMapper.class).nameOf(simulation.value());
    String who = "simulation " + (name == null ? simulation.toString() : "'" + name + "'");
    return turn == null ? who : who + ", turn " + turn;
  }
}
