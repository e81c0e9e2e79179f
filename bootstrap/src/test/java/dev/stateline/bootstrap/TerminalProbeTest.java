package dev.stateline.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalProbeTest {

  @ParameterizedTest
  @CsvSource({
    "4711 (java) S 4700 4711 4700 34816 4711 4194304 1, true",
    "4711 (java) S 4700 4711 4700 34816 4700 4194304 1, false",
    "4711 (a) b) S 4700 4711 4700 34816 4700 4194304 1, false",
    "4711 (java) S 4700 4711 4700 0 -1 4194304 1, true"
  })
  void a_process_is_in_the_foreground_where_the_terminal_has_its_group(String stat, boolean is) {
    assertThat(TerminalProbe.isForeground(stat)).isEqualTo(is);
  }
}
