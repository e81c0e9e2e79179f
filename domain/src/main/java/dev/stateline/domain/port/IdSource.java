package dev.stateline.domain.port;

import java.util.UUID;

/** Where new ids come from. Thread-safe. */
@FunctionalInterface
public interface IdSource {

  /** A UUID that was never given before, of version 7 (RFC 9562), greater than all before it. */
  UUID next();
}
