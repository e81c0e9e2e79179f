package dev.stateline.domain.engine;

import dev.stateline.domain.document.Preimage;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.time.TurnNumber;
import java.nio.ByteBuffer;

/**
 * A generator whose numbers are part of the record: they never change with the JDK or the machine.
 * It is xoshiro256++ 1.0 (Blackman and Vigna, 2019), its 256 bits of state filled with the SHA-256
 * of seed, turn and stream name; {@code docs/reference/randomness.md} has the preimage and test
 * vectors. Not thread-safe, and not for secrets.
 */
public final class TurnRandom {

  private static final String FORMAT = "stateline/random/1";
  private static final double DOUBLE_UNIT = 0x1.0p-53;

  private long s0;
  private long s1;
  private long s2;
  private long s3;

  private TurnRandom(Sha256 state) {
    ByteBuffer words = ByteBuffer.wrap(state.bytes());
    s0 = words.getLong();
    s1 = words.getLong();
    s2 = words.getLong();
    s3 = words.getLong();
  }

  /** The generator of one purpose in one turn. */
  public static TurnRandom of(long seed, TurnNumber turn, String stream) {
    return new TurnRandom(
        new Preimage(FORMAT)
            .with("seed", Long.toString(seed))
            .with("stream", stream)
            .with("turn", turn.value())
            .hash());
  }

  /** The next 64 bits. */
  public long nextLong() {
    long result = Long.rotateLeft(s0 + s3, 23) + s0;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /** A multiple of 2^-53 in [0, 1), from the upper 53 bits of one draw. */
  public double nextDouble() {
    return (nextLong() >>> 11) * DOUBLE_UNIT;
  }

  /** The highest bit of one draw. */
  public boolean nextBoolean() {
    return nextLong() < 0;
  }

  /**
   * A number in [0, bound), each equally likely: the upper 32 bits of a draw times the bound, by
   * Lemire's method (2019) with rejection.
   *
   * @throws IllegalArgumentException if the bound is not positive
   */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("the bound must be positive, not " + bound);
    }
    long threshold = (1L << 32) % bound;
    long product;
    do {
      product = (nextLong() >>> 32) * bound;
    } while ((product & 0xFFFF_FFFFL) < threshold);
    return (int) (product >>> 32);
  }

  /**
   * A normally distributed number, mean 0 and standard deviation 1, by Marsaglia's polar method
   * (1964); of each pair the first is used.
   */
  public double nextGaussian() {
    double u;
    double square;
    do {
      u = 2 * nextDouble() - 1;
      double v = 2 * nextDouble() - 1;
      square = u * u + v * v;
    } while (square >= 1 || square == 0);
    return u * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
  }
}
