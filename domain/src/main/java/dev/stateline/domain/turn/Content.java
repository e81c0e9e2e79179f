package dev.stateline.domain.turn;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import java.util.Objects;
import java.util.Optional;

/**
 * A document of a turn as a store has it: there, or absent for a reason. Its hash is known either
 * way, so that a history without it still verifies.
 */
public sealed interface Content {

  /** The SHA-256 of the document's canonical bytes. */
  Sha256 hash();

  /** The document; empty if it was pruned. */
  Optional<Document> document();

  /** The document that is there. */
  static Content of(Document document) {
    return new Whole(document);
  }

  /** A document that retention took. */
  static Content pruned(Sha256 hash) {
    return new Pruned(hash);
  }

  /** A document that is there. */
  record Whole(Document whole) implements Content {

    public Whole {
      Objects.requireNonNull(whole, "whole");
    }

    @Override
    public Sha256 hash() {
      return whole.hash();
    }

    @Override
    public Optional<Document> document() {
      return Optional.of(whole);
    }
  }

  /** A document that retention took; only its hash was kept. */
  record Pruned(Sha256 hash) implements Content {

    public Pruned {
      Objects.requireNonNull(hash, "hash");
    }

    @Override
    public Optional<Document> document() {
      return Optional.empty();
    }
  }
}
