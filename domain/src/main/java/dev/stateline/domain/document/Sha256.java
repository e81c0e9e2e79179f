package dev.stateline.domain.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 digest (FIPS 180-4): 32 bytes, printed as 64 lower-case hex digits. Immutable. */
public final class Sha256 {

  private static final int LENGTH = 32;
  private static final HexFormat HEX = HexFormat.of();

  private final byte[] digest;

  private Sha256(byte[] digest) {
    this.digest = digest;
  }

  /** The digest of these bytes. */
  public static Sha256 of(byte[] bytes) {
    return new Sha256(newDigest().digest(bytes));
  }

  /** The digest of this text in UTF-8. */
  public static Sha256 ofUtf8(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A digest that was computed before.
   *
   * @param digest 32 bytes, which are copied
   * @throws IllegalArgumentException if there are more or fewer
   */
  public static Sha256 ofDigest(byte[] digest) {
    if (digest.length != LENGTH) {
      throw new IllegalArgumentException("a SHA-256 has 32 bytes, not " + digest.length);
    }
    return new Sha256(digest.clone());
  }

  /**
   * @param hex 64 lower-case hex digits
   * @throws IllegalArgumentException if it is anything else
   */
  public static Sha256 parse(String hex) {
    if (hex.length() != 2 * LENGTH || !hex.chars().allMatch(Sha256::isLowerCaseHexDigit)) {
      throw new IllegalArgumentException("not 64 lower-case hex digits: '" + hex + "'");
    }
    return new Sha256(HEX.parseHex(hex));
  }

  public String hex() {
    return HEX.formatHex(digest);
  }

  /** A copy of the 32 bytes. */
  public byte[] bytes() {
    return digest.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sha256 that && Arrays.equals(digest, that.digest);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(digest);
  }

  /** The hex digits. */
  @Override
  public String toString() {
    return hex();
  }

  private static boolean isLowerCaseHexDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
