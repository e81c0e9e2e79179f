package dev.stateline.application.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.turn.State;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnQueueTest {

  private final TownStore store = new TownStore();
  private final CountDownLatch disk = new CountDownLatch(1);
  private final List<Integer> written = new ArrayList<>();
  private final List<TurnCommit> turns = new ArrayList<>();
  private int full = Integer.MAX_VALUE;
  private State initial;
  private TurnQueue queue;

  @BeforeEach
  void four_turns() {
    try (StateManager<Town> manager = store.stateline.create(TownRules.spec("town"))) {
      initial = manager.lastState();
      for (int turn = 1; turn <= 4; turn++) {
        EncodedTurn next = manager.encode(TownRules.turn(manager.currentState(), turn));
        turns.add(next.commit());
        manager.commit(next);
      }
    }
    queue = new TurnQueue(new SimulationName("town"), this::append, Head.at(initial), initial);
  }

  @AfterEach
  void close() {
    disk.countDown();
    store.close();
  }

  private Committed append(TurnCommit turn) {
    await(disk);
    int number = turn.state().turn().value();
    if (number >= full) {
      throw new IllegalStateException("the disk is full at turn " + number);
    }
    written.add(number);
    return new Committed(Head.at(turn.state()), 1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private CompletableFuture<Committed> add(int turn) {
    return queue.add(turns.get(turn - 1)).toCompletableFuture();
  }

  @Test
  void a_turn_is_the_tip_when_it_is_handed_over_and_the_head_when_it_is_durable() {
    CompletableFuture<Committed> first = add(1);
    CompletableFuture<Committed> second = add(2);
    assertThat(queue.tip()).isEqualTo(Head.at(turns.get(1).state()));
    assertThat(queue.current()).isEqualTo(turns.get(1).state());
    assertThat(queue.head()).isEqualTo(Head.at(initial));
    assertThat(List.of(first, second)).noneMatch(CompletableFuture::isDone);
    disk.countDown();
    queue.drain();
    assertThat(queue.head()).isEqualTo(queue.tip());
    assertThat(written).containsExactly(1, 2);
  }

  @Test
  void no_more_than_two_are_on_their_way() throws InterruptedException {
    add(1);
    add(2);
    Thread third = new Thread(() -> add(3));
    third.start();
    while (third.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(written).isEmpty();
    disk.countDown();
    third.join();
    queue.drain();
    assertThat(written).containsExactly(1, 2, 3);
  }

  @Test
  void one_whose_trial_is_not_over_is_not_written() {
    disk.countDown();
    CountDownLatch trial = new CountDownLatch(1);
    CompletableFuture<Committed> first =
        queue.add(turns.get(0), () -> await(trial)).toCompletableFuture();
    CompletableFuture<Committed> second = add(2);
    assertThat(List.of(first, second)).noneMatch(CompletableFuture::isDone);
    trial.countDown();
    assertThat(second.join().head().turn().value()).isEqualTo(2);
    assertThat(written).containsExactly(1, 2);
  }

  @Test
  void what_follows_one_that_failed_fails_of_the_same_cause_and_is_never_written() {
    full = 2;
    disk.countDown();
    assertThat(add(1).join().head().turn().value()).isEqualTo(1);
    for (int turn = 2; turn <= 4; turn++) {
      CompletableFuture<Committed> failed = add(turn);
      assertThatThrownBy(failed::join).hasMessageContaining("the disk is full at turn 2");
    }
    assertThat(queue.head()).isEqualTo(Head.at(turns.get(0).state()));
    assertThat(written).containsExactly(1);
  }

  @Test
  void when_the_cause_was_told_the_next_turn_follows_the_head() {
    full = 2;
    disk.countDown();
    add(1);
    add(2);
    assertThatThrownBy(queue::drain)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the disk is full at turn 2");
    queue.drain();
    assertThat(queue.tip()).isEqualTo(Head.at(turns.get(0).state()));
    assertThatThrownBy(add(3)::join).hasMessageContaining("turn 3");
    full = 9;
    assertThat(add(2).join().head().turn().value()).isEqualTo(2);
  }

  @Test
  void who_only_waits_is_told_of_no_failure() {
    full = 1;
    disk.countDown();
    CompletableFuture<Committed> failed = add(1);
    queue.settle();
    assertThat(failed).isCompletedExceptionally();
    assertThat(queue.afterwards(() -> "read").toCompletableFuture().join()).isEqualTo("read");
  }
}
