package dev.stateline.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.benchmarks.workload.WorkTurn;
import dev.stateline.benchmarks.workload.Workload;
import dev.stateline.benchmarks.workload.Workloads;
import dev.stateline.codec.JacksonDocumentTools;
import dev.stateline.domain.document.Document;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContendersTest {

  private static final int TURNS = 5;
  private static PostgresServer server;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    server = PostgresServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void who_reads_on_sqlite_reads_what_was_appended() throws SQLException {
    requireKept(new Arena.OfFiles(folder, Contenders.onSqlite()));
  }

  @Test
  void who_reads_on_postgres_reads_what_was_appended() throws SQLException {
    requireKept(new Arena.OfDatabases(server, Contenders.on(server)));
  }

  private static void requireKept(Arena arena) throws SQLException {
    for (Workload<?> workload : List.of(Workloads.named("W1-8"), Workloads.named("W5-2"))) {
      for (Contender contender : readers(arena)) {
        Site site = arena.newSite();
        List<Document> written = requireKept(contender, site, workload);
        if (contender.transfers()) {
          Site target = arena.newSite();
          contender.transfer(site, target);
          requireRead(contender, target, workload, written);
          arena.remove(target);
        }
        assertThat(site.bytes()).as(contender.name()).isPositive();
        arena.remove(site);
      }
    }
  }

  private static List<Contender> readers(Arena arena) {
    return arena.contenders().stream().filter(each -> !each.checks().isEmpty()).toList();
  }

  private static <S> List<Document> requireKept(
      Contender contender, Site site, Workload<S> workload) throws SQLException {
    List<Document> written = new ArrayList<>();
    Iterator<WorkTurn<S>> turns = workload.turns();
    try (Store store = contender.open(site)) {
      WorkTurn<S> first = turns.next();
      written.add(workload.codec().encode(first.state()));
      append(store.create("kept", workload, first), workload, turns, written);
    }
    try (Store store = contender.open(site)) {
      append(store.open("kept", workload), workload, turns, written);
    }
    requireRead(contender, site, workload, written);
    if (contender.forks()) {
      try (Store store = contender.open(site);
          History<S> history = store.open("kept", workload)) {
        history.fork(2, "fork");
        try (History<S> fork = store.open("fork", workload)) {
          assertThat(canonical(fork.text(2))).isEqualTo(written.get(2).text());
        }
      }
    }
    return written;
  }

  private static <S> void requireRead(
      Contender contender, Site site, Workload<S> workload, List<Document> written)
      throws SQLException {
    try (Store store = contender.open(site);
        History<S> history = store.open("kept", workload)) {
      for (int turn = 0; turn < written.size(); turn++) {
        assertThat(canonical(history.text(turn)))
            .as("turn %d of %s", turn, contender.name())
            .isEqualTo(written.get(turn).text());
        assertThat(history.read(turn, Check.SHA256)).isPositive();
      }
      assertThat(history.scan(Check.SHA256))
          .isGreaterThan(written.stream().mapToLong(Document::size).sum() / 2);
    }
  }

  private static <S> void append(
      History<S> opened, Workload<S> workload, Iterator<WorkTurn<S>> turns, List<Document> written)
      throws SQLException {
    try (History<S> history = opened) {
      for (int i = 0; i < TURNS; i++) {
        WorkTurn<S> turn = turns.next();
        history.append(turn);
        written.add(workload.codec().encode(turn.state()));
      }
    }
  }

  private static String canonical(String text) {
    return new JacksonDocumentTools().canonicalize(text.getBytes(StandardCharsets.UTF_8)).text();
  }
}
