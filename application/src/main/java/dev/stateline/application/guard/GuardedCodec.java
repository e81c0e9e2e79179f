package dev.stateline.application.guard;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.port.StateCodec;

/** A codec that fails in one way only, and refuses as it always did. */
record GuardedCodec<S>(StateCodec<S> codec, Guard guard) implements StateCodec<S> {

  @Override
  public Document encode(S value) {
    return guard.callThatMayRefuse(
        "encode",
        () -> ForeignState.told(codec, value, () -> Answers.canonical(codec.encode(value))));
  }

  @Override
  public S decode(Document document) {
    return guard.callThatMayRefuse("decode", () -> codec.decode(document));
  }
}
