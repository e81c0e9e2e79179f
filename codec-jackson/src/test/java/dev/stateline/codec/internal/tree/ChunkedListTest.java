package dev.stateline.codec.internal.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunkedListTest {

  @Test
  void it_does_what_any_list_does() {
    Random random = new Random(7);
    List<Integer> chunked = new ChunkedList<>();
    List<Integer> plain = new ArrayList<>();
    for (int i = 0; i < 75_000; i++) {
      int place = random.nextInt(plain.size() + 1);
      // It grows, shrinks to nothing, and grows again.
      boolean grows = plain.isEmpty() || random.nextInt(100) < (i / 15_000 % 2 == 0 ? 70 : 20);
      if (grows) {
        chunked.add(place, i);
        plain.add(place, i);
      } else if (place < plain.size()) {
        assertThat(chunked.set(place, i)).isEqualTo(plain.set(place, i));
        assertThat(chunked.remove(place)).isEqualTo(plain.remove(place));
      }
    }

    assertThat(chunked).hasSizeGreaterThan(5000).isEqualTo(plain);
  }

  @Test
  void there_is_nothing_beyond_its_ends() {
    List<Integer> list = new ChunkedList<>();
    list.add(1);

    assertThatThrownBy(() -> list.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> list.remove(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> list.add(2, 2)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
