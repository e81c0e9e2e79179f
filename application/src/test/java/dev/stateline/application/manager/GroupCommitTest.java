package dev.stateline.application.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.observe.Measuring;
import dev.stateline.application.shared.GroupCommit;
import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.domain.commit.AppendResult;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.time.TurnNumber;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupCommitTest {

  private static final int TOWNS = 5;

  private final TownStore store = new TownStore();
  private final ExecutorService threads = Executors.newFixedThreadPool(TOWNS);
  private final List<Integer> groups = new ArrayList<>();

  @AfterEach
  void close() {
    threads.shutdownNow();
    store.close();
  }

  private TurnCommit turnOf(StateManager<Town> manager) {
    return manager.encode(TownRules.turn(manager.currentState(), 1)).commit();
  }

  /** States whose first write waits until all the others are waiting behind it. */
  private StatePersistencePort slow(
      CountDownLatch gathered, Function<List<TurnCommit>, List<AppendResult>> together) {
    StatePersistencePort real = store.persistence.states();
    return (StatePersistencePort)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {StatePersistencePort.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("append") && groups.isEmpty()) {
                groups.add(1);
                gathered.await();
              }
              if (method.getName().equals("appendAll")) {
                @SuppressWarnings("unchecked")
                List<TurnCommit> commits = (List<TurnCommit>) arguments[0];
                groups.add(commits.size());
                return together.apply(commits);
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private List<Future<Committed>> writeAtOnce(
      List<TurnCommit> commits, Function<List<TurnCommit>, List<AppendResult>> together)
      throws Exception {
    CountDownLatch gathered = new CountDownLatch(1);
    GroupCommit group = new GroupCommit(slow(gathered, together), Measuring.NOTHING);
    List<Thread> waiting = new ArrayList<>();
    List<Future<Committed>> results = new ArrayList<>();
    for (TurnCommit commit : commits) {
      results.add(
          threads.submit(
              () -> {
                synchronized (waiting) {
                  waiting.add(Thread.currentThread());
                }
                return group.append(commit);
              }));
    }
    // The one that writes waits for the latch; the others for the one that writes.
    while (!allWait(waiting, commits.size())) {
      Thread.onSpinWait();
    }
    gathered.countDown();
    return results;
  }

  private static boolean allWait(List<Thread> threads, int count) {
    synchronized (threads) {
      return threads.size() == count
          && threads.stream().allMatch(t -> t.getState() == Thread.State.WAITING);
    }
  }

  private List<TurnCommit> commits() {
    List<TurnCommit> commits = new ArrayList<>();
    for (int i = 0; i < TOWNS; i++) {
      commits.add(turnOf(store.stateline.create(TownRules.spec("town " + i))));
    }
    return commits;
  }

  @Test
  void turns_that_gather_behind_a_write_are_written_together() throws Exception {
    List<TurnCommit> commits = commits();

    List<Future<Committed>> results =
        writeAtOnce(commits, all -> store.persistence.states().appendAll(all));

    for (int i = 0; i < TOWNS; i++) {
      assertThat(results.get(i).get().head().state()).isEqualTo(commits.get(i).state().ref());
    }
    assertThat(groups).containsExactly(1, TOWNS - 1);
  }

  @Test
  void a_refusal_reaches_the_one_whose_turn_it_was() throws Exception {
    List<TurnCommit> commits = commits();
    StatelineException refusal =
        new CorruptDataException("simulation 'town'", "states.x", "it is another");

    List<Future<Committed>> results =
        writeAtOnce(
            commits,
            all -> {
              List<AppendResult> real =
                  new ArrayList<>(store.persistence.states().appendAll(all.subList(1, all.size())));
              real.add(0, AppendResult.refused(refusal));
              return real;
            });

    List<Throwable> failures = new ArrayList<>();
    for (Future<Committed> result : results) {
      try {
        result.get();
      } catch (ExecutionException e) {
        failures.add(e.getCause());
      }
    }
    assertThat(failures).containsExactly(refusal);
  }

  @Test
  void what_fails_together_is_tried_one_by_one() throws Exception {
    List<Future<Committed>> results =
        writeAtOnce(
            commits(),
            all -> {
              throw new CorruptDataException("a simulation", "states.x", "it is another");
            });

    for (Future<Committed> result : results) {
      assertThat(result.get().head().turn()).isEqualTo(new TurnNumber(1));
    }
  }

  @Test
  void a_database_that_is_away_is_away_for_all_of_them() throws Exception {
    List<Future<Committed>> results =
        writeAtOnce(
            commits(),
            all -> {
              throw new UnavailableException(ErrorCode.DATABASE_UNAVAILABLE, "it is away");
            });

    int failed = 0;
    for (Future<Committed> result : results) {
      try {
        result.get();
      } catch (ExecutionException e) {
        assertThat(e.getCause()).isInstanceOf(UnavailableException.class);
        failed++;
      }
    }
    assertThat(failed).isEqualTo(TOWNS - 1);
  }

  @Test
  void as_many_writes_are_under_way_as_the_database_takes_at_once() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    GroupCommit group = new GroupCommit(taking(2, both), Measuring.NOTHING);

    List<TurnCommit> commits = commits();
    List<Future<Committed>> results = new ArrayList<>();
    results.add(threads.submit(() -> group.append(commits.get(0))));
    // Else one write might take both.
    while (both.getCount() == 2) {
      Thread.onSpinWait();
    }
    results.add(threads.submit(() -> group.append(commits.get(1))));

    for (Future<Committed> result : results) {
      assertThat(result.get().head().turn()).isEqualTo(new TurnNumber(1));
    }
  }

  /** States whose writes wait until so many are under way. */
  private StatePersistencePort taking(int writes, CountDownLatch underWay) {
    StatePersistencePort real = store.persistence.states();
    return (StatePersistencePort)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {StatePersistencePort.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("writesAtOnce")) {
                return writes;
              }
              underWay.countDown();
              underWay.await();
              return method.invoke(real, arguments);
            });
  }

  @Test
  void one_that_is_alone_is_written_at_once_and_refused_as_ever() {
    TurnCommit commit = turnOf(store.stateline.create(TownRules.spec("town")));
    GroupCommit group = new GroupCommit(store.persistence.states(), Measuring.NOTHING);

    assertThat(group.append(commit).head().state()).isEqualTo(commit.state().ref());
    assertThatThrownBy(() -> group.append(commit))
        .isInstanceOfSatisfying(
            StatelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.HEAD_MOVED));
  }
}
