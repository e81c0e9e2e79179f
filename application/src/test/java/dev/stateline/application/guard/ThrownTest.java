package dev.stateline.application.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThrownTest {

  @Test
  void a_message_of_several_lines_is_told_on_one() {
    assertThat(Thrown.read(new IllegalStateException(" no more\n\there\r\n")).message())
        .contains("no more here");
  }

  @Test
  void a_message_of_blank_lines_is_none() {
    assertThat(Thrown.read(new IllegalStateException(" \n ")).message()).isEmpty();
  }
}
