package dev.stateline.bootstrap;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where strangers' code prints. It cannot be closed: that would close the error stream for
 * everybody.
 */
final class StrayOutput extends PrintStream {

  StrayOutput(OutputStream out) {
    super(out, true, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    flush();
  }
}
