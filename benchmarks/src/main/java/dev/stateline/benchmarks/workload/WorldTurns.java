package dev.stateline.benchmarks.workload;

import dev.stateline.benchmarks.workload.WorldState.Event;
import dev.stateline.benchmarks.workload.WorldState.Nation;
import dev.stateline.benchmarks.workload.WorldState.Relation;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Outcome;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The turns of a world: some numbers drift, and now and then an event takes the place of the
 * oldest.
 */
final class WorldTurns implements Iterator<WorkTurn<WorldState>> {

  /** Turns from one notable event to the next. */
  private static final int EVENT_EVERY = 3;

  private final WorldWorkload.Size size;
  private final int drifting;
  private final Random random;
  private final SortedMap<String, Nation> nations = new TreeMap<>();
  private final List<Relation> relations = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final List<String> codes;
  private final WorldDeeds deeds;
  private int turn;

  WorldTurns(WorldWorkload workload) {
    this.size = workload.size();
    this.drifting = workload.drifting();
    this.random = new Random(workload.seed());
    for (int i = 0; i < WorldWorkload.NATIONS; i++) {
      nations.put(WorldWords.code(i), nation());
    }
    this.codes = List.copyOf(nations.keySet());
    this.deeds = new WorldDeeds(codes, random);
    for (int i = 0; i < size.relations(); i++) {
      relations.add(new Relation(deeds.anyNation(), deeds.anyNation(), level()));
    }
    for (int i = 0; i < size.events(); i++) {
      events.add(deeds.event(0));
    }
  }

  private Nation nation() {
    SortedMap<String, Double> indicators = new TreeMap<>();
    for (int i = 0; i < size.indicators(); i++) {
      indicators.put(WorldWords.indicator(i), rounded(i, amount(i)));
    }
    return new Nation(rounded(0, amount(0)), indicators);
  }

  /** Indicators differ in size: some are shares, some are millions. */
  private double amount(int indicator) {
    double unit = Math.pow(10, indicator % 5 - 1);
    return unit * (1 + 9 * random.nextDouble());
  }

  /** Five or six digits that count, as statistics are given. */
  private static double rounded(int indicator, double value) {
    double unit = Math.pow(10, 5 - indicator % 5);
    return Math.rint(value * unit) / unit;
  }

  private double level() {
    return Math.rint(1000 * (2 * random.nextDouble() - 1)) / 1000;
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public WorkTurn<WorldState> next() {
    List<Action> actions = List.of();
    List<Outcome> outcomes = List.of();
    if (turn > 0) {
      change();
      if (turn % EVENT_EVERY == 0) {
        events.set(turn / EVENT_EVERY % events.size(), deeds.event(turn));
      }
      actions = deeds.actions();
      outcomes = deeds.outcomes();
    }
    WorldState state = new WorldState(turn, nations, relations, events);
    return new WorkTurn<>(turn++, state, actions, outcomes);
  }

  private void change() {
    random.ints(0, size.numbers()).distinct().limit(drifting).sorted().forEach(this::drift);
  }

  private void drift(int number) {
    int ofNations = size.numbers() - size.relations();
    if (number >= ofNations) {
      Relation old = relations.get(number - ofNations);
      relations.set(number - ofNations, new Relation(old.a(), old.b(), level()));
      return;
    }
    int each = 1 + size.indicators();
    String code = codes.get(number / each);
    int indicator = number % each - 1;
    Nation old = nations.get(code);
    if (indicator < 0) {
      nations.put(code, new Nation(drifted(0, old.gdp()), old.indicators()));
    } else {
      SortedMap<String, Double> indicators = new TreeMap<>(old.indicators());
      String name = WorldWords.indicator(indicator);
      indicators.put(name, drifted(indicator, indicators.get(name)));
      nations.put(code, new Nation(old.gdp(), indicators));
    }
  }

  /** Always another value: by at least one part in a thousand. */
  private double drifted(int indicator, double value) {
    double share = 0.001 + 0.02 * random.nextDouble();
    return rounded(indicator, value * (random.nextBoolean() ? 1 + share : 1 - share));
  }
}
