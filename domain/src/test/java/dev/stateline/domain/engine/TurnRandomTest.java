package dev.stateline.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.time.TurnNumber;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The vectors were made with a Python program written from the definition of xoshiro256++ 1.0,
 * seeded with hashlib's SHA-256 of the preimage; it also gives the published numbers of the
 * reference implementation for the state 1, 2, 3, 4.
 */
class TurnRandomTest {

  private static final TurnNumber SEVEN = new TurnNumber(7);

  /** Preimage {"format":"stateline/random/1","seed":"42","stream":"engine/growth","turn":7}. */
  private static TurnRandom growth() {
    return TurnRandom.of(42, SEVEN, "engine/growth");
  }

  @Test
  void its_longs_are_those_of_xoshiro256_plus_plus() {
    TurnRandom random = growth();

    assertThat(LongStream.generate(random::nextLong).limit(5))
        .containsExactly(
            9058910270417644928L,
            6994738122596607420L,
            1644740488356933493L,
            1645717669127730133L,
            2971157098081206311L);
  }

  @Test
  void seed_and_turn_may_be_at_their_bounds() {
    TurnRandom random = TurnRandom.of(Long.MIN_VALUE, new TurnNumber(TurnNumber.MAX_VALUE), "a");

    assertThat(LongStream.generate(random::nextLong).limit(5))
        .containsExactly(
            1212967490456587845L,
            1279462048727230679L,
            -8459874329165745489L,
            -10463687137783865L,
            -3963235147810755419L);
  }

  @Test
  void a_stream_may_have_any_characters() {
    TurnRandom random = TurnRandom.of(0, TurnNumber.ZERO, "é \"q\" \\");

    assertThat(LongStream.generate(random::nextLong).limit(5))
        .containsExactly(
            -6840464165614319814L,
            -4847933411732500279L,
            -3405608668696064768L,
            3852448650289746745L,
            751976393146632161L);
  }

  @Test
  void a_stream_with_half_of_a_surrogate_pair_is_refused() {
    assertThatThrownBy(() -> TurnRandom.of(0, TurnNumber.ZERO, "\uD800"))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void its_doubles_are_the_upper_53_bits() {
    TurnRandom random = growth();

    assertThat(DoubleStream.generate(random::nextDouble).limit(5))
        .containsExactly(
            0.4910845097769029,
            0.37918551342432094,
            0.08916156053257274,
            0.08921453360830323,
            0.16106674902676854);
  }

  @Test
  void its_booleans_are_the_highest_bit() {
    TurnRandom random = growth();

    assertThat(Stream.generate(random::nextBoolean).limit(10))
        .containsExactly(false, false, false, false, false, true, true, false, false, true);
  }

  @Test
  void its_ints_are_those_of_lemires_method() {
    TurnRandom random = growth();

    assertThat(IntStream.generate(() -> random.nextInt(6)).limit(10))
        .containsExactly(2, 2, 0, 0, 0, 4, 3, 0, 0, 4);
  }

  @Test
  void draws_that_would_favour_some_ints_are_rejected() {
    int bound = 3 << 29;
    TurnRandom random = growth();

    assertThat(IntStream.generate(() -> random.nextInt(bound)).limit(10))
        .containsExactly(
            790946965,
            143604744,
            1006585339,
            260786318,
            1324924046,
            1101610056,
            684861628,
            946412271,
            210347040,
            1471769781);
    TurnRandom eighteenDraws = growth();
    for (int i = 0; i < 18; i++) {
      eighteenDraws.nextLong();
    }
    assertThat(random.nextLong()).isEqualTo(eighteenDraws.nextLong());
  }

  @Test
  void its_gaussians_are_those_of_the_polar_method() {
    TurnRandom random = growth();

    assertThat(DoubleStream.generate(random::nextGaussian).limit(5))
        .containsExactly(
            -0.17525052941685654,
            -0.6557280716933953,
            0.13254616662488775,
            -0.3762041882274088,
            1.9312394207016554);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void a_bound_that_is_not_positive_is_refused(int bound) {
    assertThatThrownBy(() -> growth().nextInt(bound))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not " + bound);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 1 << 30, Integer.MAX_VALUE})
  void an_int_lies_below_its_bound(int bound) {
    TurnRandom random = growth();

    assertThat(IntStream.generate(() -> random.nextInt(bound)).limit(1_000).boxed())
        .allMatch(i -> i >= 0 && i < bound);
  }

  @Test
  void ints_are_about_equally_frequent() {
    TurnRandom random = growth();
    int[] counts = new int[10];
    for (int i = 0; i < 100_000; i++) {
      counts[random.nextInt(10)]++;
    }

    assertThat(IntStream.of(counts).boxed()).allMatch(count -> count > 9_500 && count < 10_500);
  }

  @Test
  void doubles_have_the_mean_of_a_uniform_and_gaussians_that_of_a_normal_distribution() {
    TurnRandom random = growth();
    double[] uniform = DoubleStream.generate(random::nextDouble).limit(100_000).toArray();
    double[] normal = DoubleStream.generate(random::nextGaussian).limit(100_000).toArray();

    assertThat(uniform).matches(d -> DoubleStream.of(d).allMatch(x -> x >= 0 && x < 1));
    assertThat(DoubleStream.of(uniform).average().orElseThrow()).isCloseTo(0.5, within(0.01));
    assertThat(DoubleStream.of(normal).average().orElseThrow()).isCloseTo(0, within(0.02));
    assertThat(DoubleStream.of(normal).map(x -> x * x).average().orElseThrow())
        .isCloseTo(1, within(0.03));
  }

  @Test
  void another_seed_or_turn_or_stream_gives_other_numbers() {
    long first = growth().nextLong();

    assertThat(TurnRandom.of(43, SEVEN, "engine/growth").nextLong()).isNotEqualTo(first);
    assertThat(TurnRandom.of(42, SEVEN.next(), "engine/growth").nextLong()).isNotEqualTo(first);
    assertThat(TurnRandom.of(42, SEVEN, "agents/mood").nextLong()).isNotEqualTo(first);
  }

  @Test
  void drawing_from_one_stream_does_not_change_another() {
    TurnContext context = TurnContext.of(SEVEN, 42);
    context.random("agents/mood").nextLong();

    assertThat(context.random("engine/growth").nextLong()).isEqualTo(growth().nextLong());
    assertThat(context.random("engine/growth").nextLong()).isEqualTo(growth().nextLong());
  }

  @Test
  void two_streams_are_not_correlated() {
    TurnRandom one = TurnRandom.of(42, SEVEN, "a");
    TurnRandom other = TurnRandom.of(42, SEVEN, "b");
    double sum = 0;
    for (int i = 0; i < 100_000; i++) {
      sum += (one.nextDouble() - 0.5) * (other.nextDouble() - 0.5);
    }

    assertThat(12 * sum / 100_000).isCloseTo(0, within(0.02));
  }
}
