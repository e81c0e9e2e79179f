package dev.stateline.benchmarks.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All contenders. */
public final class Contenders {

  /** The one that all of this is about. */
  public static final String MEASURED = "stateline";

  /** What stands behind a name where reads are checked, but need not be. */
  public static final String CHECKED = " + SHA-256";

  /** The one that the others are compared with. */
  public static final String BASELINE = "naive";

  /** The same, its reads checked as Stateline's are. */
  public static final String BASELINE_CHECKED = BASELINE + CHECKED;

  private Contenders() {}

  /** Stateline, on whichever database. */
  public static Contender measured() {
    return new StatelineContender();
  }

  public static List<Contender> onSqlite() {
    return List.of(measured(), NaiveContender.sqlite());
  }

  /** Without LZ4 where the server was built without it. */
  public static List<Contender> on(PostgresServer server) throws SQLException {
    List<Contender> contenders = new ArrayList<>();
    contenders.add(measured());
    contenders.add(NaiveContender.postgres());
    if (server.hasLz4()) {
      contenders.add(NaiveContender.postgresLz4());
    }
    contenders.add(new AxonContender());
    contenders.add(new DbosContender());
    contenders.add(new JaversContender());
    return contenders;
  }
}
