package dev.stateline.persistence.sql.internal.turn;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.measure.Figure;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Content;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.internal.payload.Payloads;
import dev.stateline.persistence.sql.internal.payload.StoredDocument;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * States that were read, with those that they were made of: what is read next is often one of them,
 * or few differences away. Each is used only where a row that was just read names its hash, so it
 * does no harm that a turn may have been discarded and written anew. Bounded in bytes. Thread-safe.
 */
final class KnownStates {

  /** What a small document costs besides its bytes, roughly. */
  private static final int OVERHEAD = 256;

  /**
   * A document that was read.
   *
   * @param hash that its row named; one that was read for others to be made of it may have another
   */
  record Known(Place place, Sha256 hash, Document document) {

    /** Whether a row names it, and has not brought it. */
    boolean isNamedBy(StoredDocument row) {
      return row.payload() == null
          && !row.isPruned()
          && hash.equals(row.hash())
          && Integer.valueOf(document.size()).equals(row.size());
    }
  }

  private record Place(SimulationId simulation, int turn) {}

  private final Payloads payloads;
  private final Cache<Place, Known> states;
  private final LongAdder hits = new LongAdder();
  private final LongAdder begun = new LongAdder();
  private final LongAdder misses = new LongAdder();

  /**
   * @param mostBytes of all documents together; 0 for none
   */
  KnownStates(Payloads payloads, long mostBytes) {
    this.payloads = payloads;
    this.states =
        Caffeine.newBuilder()
            .maximumWeight(mostBytes)
            .weigher((Place place, Known known) -> known.document().size() + OVERHEAD)
            .executor(Runnable::run)
            .build();
  }

  /** The state of a turn, or else the nearest one that it is likely made of. */
  Optional<Known> nearest(SimulationId simulation, TurnNumber turn) {
    int made = turn.value();
    Known known = states.getIfPresent(new Place(simulation, made));
    while (known == null && !BaseTurns.isKeyframe(made)) {
      made = BaseTurns.of(made);
      known = states.getIfPresent(new Place(simulation, made));
    }
    return Optional.ofNullable(known);
  }

  /**
   * The state that was read, which is remembered then; its hash has been checked.
   *
   * @param chain its row, and those that it is made of, up to a whole one or a known one
   * @param known what the last row may name instead of bringing it
   * @throws DamagedColumnException if it is not the one that was hashed
   */
  Content content(SimulationId simulation, List<StoredDocument> chain, Optional<Known> known)
      throws DamagedColumnException {
    int last = chain.size() - 1;
    Optional<Document> base = known.filter(k -> k.isNamedBy(chain.get(last))).map(Known::document);
    if (base.isPresent() && last == 0) {
      hits.increment();
      Content content = Content.of(base.get());
      Payloads.requireHash(content, chain.get(0));
      return content;
    }
    (base.isPresent() ? begun : misses).increment();
    Content content =
        payloads.content(
            base.isPresent() ? chain.subList(0, last) : chain,
            base,
            (row, document) -> {
              if (isSharedByMany(row)) {
                add(simulation, row, document.get());
              }
            });
    content.document().ifPresent(document -> add(simulation, chain.get(0), document));
    return content;
  }

  private static boolean isSharedByMany(StoredDocument row) {
    return BaseTurns.level(row.turn()) > 0;
  }

  private void add(SimulationId simulation, StoredDocument row, Document document) {
    Place place = new Place(simulation, row.turn());
    states.put(place, new Known(place, row.hash(), document));
  }

  /** How often a state was there, or one that it is made of, and what all take. */
  List<Figure> figures() {
    return List.of(
        reads(hits).with("found", "state"),
        reads(begun).with("found", "base"),
        reads(misses).with("found", "nothing"),
        Figure.level("cache_bytes", "What the states in memory take.", this::bytes));
  }

  private static Figure reads(LongAdder counted) {
    return Figure.total("cache_reads", "States read, by what of them was in memory.", counted::sum);
  }

  private long bytes() {
    return states.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }

  void forget(Known known) {
    states.asMap().remove(known.place(), known);
  }
}
