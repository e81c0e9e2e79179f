package dev.stateline.domain.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WriterEpochTest {

  @Test
  void every_opening_raises_it_by_one() {
    assertThat(WriterEpoch.NONE.next()).isEqualTo(new WriterEpoch(1));
    assertThat(WriterEpoch.NONE.next().next().value()).isEqualTo(2);
  }

  @Test
  void it_is_not_negative() {
    assertThatThrownBy(() -> new WriterEpoch(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
