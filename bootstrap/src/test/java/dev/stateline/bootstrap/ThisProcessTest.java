package dev.stateline.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;

class ThisProcessTest {

  @Test
  void a_writer_is_known_by_process_host_and_start() {
    assertThat(ThisProcess.writer(Clock.systemUTC()).description())
        .matches("process [0-9]+ on \\S.*, started [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z");
  }

  @Test
  void a_host_name_loses_what_cannot_be_printed() {
    assertThat(ThisProcess.printable("lap\u001b[31mtop\u202e 1")).isEqualTo("lap[31mtop1");
    assertThat(ThisProcess.printable("\n")).isEqualTo("an unnamed host");
    assertThat(ThisProcess.printable("h".repeat(500))).hasSize(100);
  }
}
