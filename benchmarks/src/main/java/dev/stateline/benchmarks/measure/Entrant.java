package dev.stateline.benchmarks.measure;

import dev.stateline.benchmarks.store.Check;
import dev.stateline.benchmarks.store.Contender;
import dev.stateline.benchmarks.store.Contenders;
import dev.stateline.benchmarks.store.History;
import dev.stateline.benchmarks.store.PostgresDatabase;
import dev.stateline.benchmarks.store.Site;
import dev.stateline.benchmarks.store.Store;
import dev.stateline.benchmarks.workload.WorkTurn;
import dev.stateline.benchmarks.workload.Workload;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A contender in a race, with its database and what was measured of it. Not thread-safe. */
final class Entrant<S> implements AutoCloseable {

  static final String NAME = "measured";

  private final Contender contender;
  private final Past past;
  private final Workload<S> workload;
  private final Map<Measure, Map<String, List<Double>>> rounds = new EnumMap<>(Measure.class);
  private Site site;
  private String name = NAME;
  private Store store;
  private History<S> history;

  Entrant(Contender contender, Site site, Workload<S> workload, WorkTurn<S> first)
      throws SQLException {
    this(contender, Past.UNBROKEN, site, workload, first);
  }

  Entrant(Contender contender, Past past, Site site, Workload<S> workload, WorkTurn<S> first)
      throws SQLException {
    this.contender = contender;
    this.past = past;
    this.site = site;
    this.workload = workload;
    this.store = contender.open(site);
    this.history = store.create(name, workload, first);
  }

  Contender contender() {
    return contender;
  }

  /** What a contender's tables take in a database before there is a turn. */
  static long emptyBytes(Contender contender, Site site) throws SQLException {
    contender.open(site).close();
    return site.bytes();
  }

  boolean reads() {
    return !contender.checks().isEmpty();
  }

  Past past() {
    return past;
  }

  /** Another history takes the place of the present one. */
  void goOnWith(String other) throws SQLException {
    close();
    name = other;
    openAgain();
  }

  /** The entrant was closed, and goes on with the same history in another database. */
  void goOnAt(Site other) throws SQLException {
    site = other;
    openAgain();
  }

  Site site() {
    return site;
  }

  Workload<S> workload() {
    return workload;
  }

  Store store() {
    return store;
  }

  History<S> history() {
    return history;
  }

  /** As a fresh process finds it: nothing is remembered, and connections are new. */
  void reopen() throws SQLException {
    close();
    openAgain();
  }

  void openAgain() throws SQLException {
    store = contender.open(site);
    history = store.open(name, workload);
  }

  /** What its database takes on the disk. */
  long bytes() throws SQLException {
    close();
    long bytes = site.bytes();
    openAgain();
    return bytes;
  }

  /** What was measured of reads so far was for warming up. */
  void forgetReads() {
    rounds.keySet().removeAll(Measure.OF_SINGLE_READS);
  }

  /** Whatever was measured so far was taken. */
  void forget() {
    rounds.clear();
  }

  /** How far the server's log has come; 0 where there is none. */
  long walPosition() throws SQLException {
    return site instanceof PostgresDatabase database ? database.walPosition() : 0;
  }

  void add(Measure measure, double value) {
    add(measure, past.name(contender), value);
  }

  /** Notes the value of one more round, read in a way. */
  void add(Measure measure, Check check, double value) {
    boolean choice = contender.checks().size() > 1;
    String suffix = choice && check == Check.SHA256 ? Contenders.CHECKED : "";
    add(measure, past.name(contender) + suffix, value);
  }

  private void add(Measure measure, String label, double value) {
    rounds
        .computeIfAbsent(measure, m -> new TreeMap<>())
        .computeIfAbsent(label, l -> new ArrayList<>())
        .add(value);
  }

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rounds.forEach(
        (measure, labels) ->
            labels.forEach(
                (label, values) ->
                    rows.add(new Row(workload.name(), site.type(), label, measure, values))));
    return rows;
  }

  @Override
  public void close() throws SQLException {
    history.close();
    store.close();
  }
}
