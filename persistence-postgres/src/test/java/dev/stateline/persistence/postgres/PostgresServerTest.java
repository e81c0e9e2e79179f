package dev.stateline.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.SettingProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What the adapter asks of settings, servers and databases, and how it says that they will not do.
 */
class PostgresServerTest {

  private final Map<String, String> database = TestServer.get().newDatabase();

  @AfterEach
  void drop() {
    TestServer.get().drop(database);
  }

  @Test
  void every_bad_setting_is_named_at_once() {
    Map<String, String> bad = new HashMap<>();
    bad.put("host", "a host/with?options");
    bad.put("port", "70000");
    bad.put("sslmode", "maybe");
    bad.put("socketFactory", "evil.Factory");
    assertThat(
            new PostgresPersistenceProvider()
                .check(PostgresFixture.settings(bad, AccessMode.READ_ONLY)))
        .extracting(SettingProblem::key)
        .containsExactlyInAnyOrder(
            "connection.host",
            "connection.port",
            "connection.sslmode",
            "connection.socketFactory",
            "connection.database",
            "connection.username");
  }

  @Test
  void reading_an_empty_database_makes_nothing() {
    refused(database, AccessMode.READ_ONLY, ErrorCode.DATABASE_NOT_FOUND, "nothing of Stateline's");
  }

  @Test
  void who_needs_an_existing_database_makes_none() {
    for (int attempt = 0; attempt < 2; attempt++) {
      refused(
          database,
          AccessMode.READ_WRITE_EXISTING,
          ErrorCode.DATABASE_NOT_FOUND,
          "nothing of Stateline's");
    }
    open(AccessMode.READ_WRITE).close();
    open(AccessMode.READ_WRITE_EXISTING).close();
  }

  @Test
  void a_database_that_does_not_exist_is_named() {
    Map<String, String> absent = new HashMap<>(database);
    absent.put("database", "no_such_database");
    refused(absent, AccessMode.READ_WRITE, ErrorCode.DATABASE_UNUSABLE, "does not exist");
  }

  @Test
  void a_port_where_nobody_listens_is_unavailable() {
    Map<String, String> silent = new HashMap<>(database);
    silent.put("port", "1");
    refused(silent, AccessMode.READ_WRITE, ErrorCode.DATABASE_UNAVAILABLE, "cannot be reached");
  }

  @Test
  void a_newer_schema_is_refused() {
    open(AccessMode.READ_WRITE).close();
    TestServer.get()
        .execute(
            database,
            "INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted,"
                + " exectype) VALUES ('9999-future', 'stateline', 'x', now(), 99, 'EXECUTED')");
    refused(database, AccessMode.READ_WRITE, ErrorCode.SCHEMA_UNSUPPORTED, "newer version");
  }

  @Test
  void a_healthy_server_has_nothing_but_good_findings() {
    try (Persistence persistence = open(AccessMode.READ_WRITE)) {
      assertThat(persistence.diagnose())
          .isNotEmpty()
          .allSatisfy(finding -> assertThat(finding.grade()).isEqualTo(Finding.Grade.OK));
    }
  }

  @Test
  void six_first_openings_at_once_make_one_schema() throws Exception {
    CyclicBarrier start = new CyclicBarrier(6);
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Future<Integer>> openings = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        openings.add(
            threads.submit(
                () -> {
                  start.await();
                  try (Persistence persistence = open(AccessMode.READ_WRITE)) {
                    return persistence.simulations().list(Optional.empty(), 1).size();
                  }
                }));
      }
      for (Future<Integer> opening : openings) {
        assertThat(opening.get()).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Persistence open(AccessMode mode) {
    return new PostgresPersistenceProvider().open(PostgresFixture.settings(database, mode));
  }

  private static void refused(
      Map<String, String> connection, AccessMode mode, ErrorCode code, String message) {
    assertThatThrownBy(
            () ->
                new PostgresPersistenceProvider().open(PostgresFixture.settings(connection, mode)))
        .isInstanceOfSatisfying(StatelineException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(message);
  }
}
