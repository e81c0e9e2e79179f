package dev.stateline.persistence.sql.internal.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.document.Document;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeltaTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] delta(byte[] base, byte[] target) {
    return Delta.between(base, target, Integer.MAX_VALUE).orElseThrow();
  }

  private static byte[] applied(byte[] base, byte[] delta, int size) throws Exception {
    String column = "turns.state_payload";
    byte[] onBench = onBench(base, delta, size, column);
    if (base.length > 0 && size > 0) {
      assertThat(assembled(base, delta, size, column).bytes()).isEqualTo(onBench);
    }
    assertThat(Delta.sizeMade(delta, column)).isEqualTo(size);
    return onBench;
  }

  private static byte[] onBench(byte[] base, byte[] delta, int size, String column)
      throws Exception {
    Workbench bench = new Workbench();
    System.arraycopy(base, 0, bench.next(base.length), 0, base.length);
    bench.finish(base.length);
    byte[] target = bench.next(Math.max(size, 0));
    Delta.apply(bench, delta, size, column);
    return Arrays.copyOf(target, Math.max(size, 0));
  }

  private static Document assembled(byte[] base, byte[] delta, int size, String column)
      throws Exception {
    Workbench bench = new Workbench();
    bench.put(Document.ofTrusted(base));
    bench.assemble(size);
    Delta.apply(bench, delta, size, column);
    bench.finish(size);
    return bench.document();
  }

  static Stream<List<String>> pairs() {
    String nations = nations(40, 1);
    return Stream.of(
        List.of("{}", "{}"),
        List.of("{\"a\":1}", "{\"a\":2}"),
        List.of("{\"a\":1}", "7"),
        List.of("7", "{\"a\":1}"),
        List.of("[]", "[1,2,3]"),
        List.of("[1,2,3]", "[]"),
        List.of(nations, nations(40, 2)),
        List.of(nations, nations(30, 1)),
        List.of(nations(30, 1), nations),
        List.of(
            "[" + nations + "," + nations(9, 5) + "]", "[" + nations(9, 5) + "," + nations + "]"),
        List.of("\"" + "é".repeat(5000) + "a\"", "\"" + "é".repeat(4000) + "b\""));
  }

  private static String nations(int count, int seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : ",").append("\"N").append(i).append("\":{\"gdp\":");
      text.append(random.nextInt(3) == 0 ? random.nextInt() : i * 1000);
      text.append(",\"name\":\"nation ").append(i).append("\",\"at_war\":[1,2]}");
    }
    return text.append("}").toString();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_delta_makes_the_target_of_its_base(List<String> pair) throws Exception {
    byte[] base = bytes(pair.get(0));
    byte[] target = bytes(pair.get(1));
    assertThat(applied(base, delta(base, target), target.length)).isEqualTo(target);
  }

  @Test
  void a_delta_of_anything_to_anything_makes_it() throws Exception {
    Random random = new Random(20261127);
    for (int i = 0; i < 3000; i++) {
      byte[] base = noise(random);
      byte[] target = random.nextInt(3) == 0 ? noise(random) : edited(random, base);
      assertThat(applied(base, delta(base, target), target.length)).isEqualTo(target);
    }
  }

  /** Of few different bytes, so that much of it is alike, with many ends of tokens. */
  private static byte[] noise(Random random) {
    byte[] alphabet = bytes(",}]{\"aab1");
    byte[] noise = new byte[random.nextInt(1, 400)];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = alphabet[random.nextInt(alphabet.length)];
    }
    return noise;
  }

  /** Parts of the base, in another order, some twice, some not, with others between. */
  private static byte[] edited(Random random, byte[] base) {
    List<byte[]> parts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int from = random.nextInt(base.length);
      int to = random.nextInt(from, base.length) + 1;
      parts.add(Arrays.copyOfRange(base, from, to));
      parts.add(noise(random));
    }
    byte[] all = new byte[parts.stream().mapToInt(p -> p.length).sum()];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  @Test
  void one_value_among_many_is_a_few_bytes() {
    String base = IntStream.range(0, 5000).mapToObj(Integer::toString).toList().toString();
    assertThat(delta(bytes(base), bytes(base.replace(" 2500,", " 77,")))).hasSizeLessThan(16);
  }

  @Test
  void what_was_put_in_taken_out_or_moved_leaves_the_rest_a_copy() {
    String a = nations(40, 1);
    String b = nations(40, 2).replace("\"N", "\"P").replace("nation", "people");
    byte[] base = bytes("[" + a + "," + b + "]");
    assertThat(delta(base, bytes("[" + a + ",{\"new\":true}," + b + "]"))).hasSizeLessThan(40);
    assertThat(delta(base, bytes("[" + b + "]"))).hasSizeLessThan(100);
    assertThat(delta(base, bytes("[" + b + "," + a + "]"))).hasSizeLessThan(100);
  }

  @Test
  void documents_that_are_too_unlike_have_no_delta() {
    byte[] base = bytes(nations(40, 1));
    byte[] other = bytes("\"" + "nothing of it ".repeat(100) + "\"");
    assertThat(Delta.between(base, other, other.length / 2)).isEmpty();
  }

  @Test
  void a_delta_is_within_its_limit_or_absent() {
    byte[] base = bytes(nations(40, 1));
    byte[] target = bytes(nations(40, 2));
    int size = delta(base, target).length;
    assertThat(Delta.between(base, target, size)).isPresent();
    assertThat(Delta.between(base, target, size - 1)).isEmpty();
  }

  @Test
  void a_delta_that_does_not_fit_is_damage_whatever_is_wrong_with_it() throws Exception {
    byte[] base = bytes(nations(40, 1));
    byte[] target = bytes(nations(40, 2));
    byte[] delta = delta(base, target);
    for (int size : new int[] {0, target.length - 1, target.length + 1, 1 << 20}) {
      assertThatThrownBy(() -> applied(base, delta, size))
          .isInstanceOf(DamagedColumnException.class)
          .hasMessageContaining("does not fit");
    }
    Random random = new Random(4);
    for (int i = 0; i < 5000; i++) {
      byte[] damaged = Arrays.copyOf(delta, random.nextInt(delta.length + 1));
      if (damaged.length > 0) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        assertThat(applied(base, damaged, target.length)).hasSameSizeAs(target);
      } catch (DamagedColumnException e) {
        assertThat(e.column()).isEqualTo("turns.state_payload");
      }
    }
  }
}
