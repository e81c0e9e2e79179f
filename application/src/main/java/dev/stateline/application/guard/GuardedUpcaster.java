package dev.stateline.application.guard;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Upcaster;

/** An upcaster that fails in one way only, and refuses as it always did. */
record GuardedUpcaster(Upcaster upcaster, Guard guard) implements Upcaster {

  @Override
  public Document upcast(Document state, int version) {
    return guard.callThatMayRefuse(
        "upcast", () -> Answers.canonical(upcaster.upcast(state, version)));
  }
}
