package dev.stateline.bootstrap;

import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.naming.NameRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** How this process describes itself to others. */
final class ThisProcess {

  private static final int LONGEST_HOST = 100;

  private ThisProcess() {}

  /**
   * This process as a writer, for example {@code process 4711 on laptop, started
   * 2026-01-31T08:15:30Z}.
   */
  static WriterIdentity writer(Clock clock) {
    ProcessHandle process = ProcessHandle.current();
    return new WriterIdentity(
        "process "
            + process.pid()
            + " on "
            + printable(host())
            + ", started "
            + process
                .info()
                .startInstant()
                .orElseGet(clock::instant)
                .truncatedTo(ChronoUnit.SECONDS));
  }

  static String printable(String host) {
    StringBuilder name = new StringBuilder();
    host.codePoints()
        .filter(c -> NameRules.isPrintable(c) && !Character.isWhitespace(c))
        .limit(LONGEST_HOST)
        .forEach(name::appendCodePoint);
    return name.isEmpty() ? "an unnamed host" : name.toString();
  }

  /** The host's name; the kernel is asked first, since a name server may take seconds to answer. */
  private static String host() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException e) {
      return hostOfNetwork();
    }
  }

  private static String hostOfNetwork() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "";
    }
  }
}
