package dev.stateline.benchmarks.store;

import dev.stateline.benchmarks.workload.WorkTurn;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;

/** An aggregate whose events are turns. */
final class AxonHistory<S> implements History<S> {

  /** The same for writing and reading, or what is stored is parsed and written again. */
  static final Serializer SERIALIZER = JacksonSerializer.defaultSerializer();

  private final EventStorageEngine single;
  private final EventStorageEngine many;
  private final String name;

  /**
   * @param single fetches one event at a time
   * @param many fetches as many as Axon does by default
   */
  AxonHistory(EventStorageEngine single, EventStorageEngine many, String name) {
    this.single = single;
    this.many = many;
    this.name = name;
  }

  @Override
  public void append(WorkTurn<S> turn) {
    many.appendEvents(
        new GenericDomainEventMessage<>("simulation", name, turn.number(), TurnText.of(turn)));
  }

  @Override
  public int read(int turn, Check check) {
    return StateText.checked(bytes(turn), check);
  }

  @Override
  public String text(int turn) {
    return TurnText.stateOf(bytes(turn));
  }

  private byte[] bytes(int turn) {
    return bytes(single.readEvents(name, turn).next());
  }

  /** As it is stored: nothing is made of it. */
  private static byte[] bytes(DomainEventMessage<?> event) {
    return event.serializePayload(SERIALIZER, byte[].class).getData();
  }

  @Override
  public long scan(Check check) {
    long bytes = 0;
    DomainEventStream events = many.readEvents(name, 0);
    while (events.hasNext()) {
      bytes += StateText.checked(bytes(events.next()), check);
    }
    return bytes;
  }

  @Override
  public void fork(int turn, String fork) {
    throw new UnsupportedOperationException("an aggregate has no branches");
  }

  @Override
  public void close() {
    // Nothing of its own is open.
  }
}
