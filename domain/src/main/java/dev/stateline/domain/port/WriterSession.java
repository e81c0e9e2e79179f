package dev.stateline.domain.port;

import dev.stateline.domain.commit.WriterEpoch;

/** The right to write to one simulation, from its opening until it is closed or taken over. */
public interface WriterSession extends AutoCloseable {

  /** The token that every write must carry. */
  WriterEpoch epoch();

  /** Gives the right back. Closing again does nothing; closing never throws. */
  @Override
  void close();
}
