package dev.stateline.codec.internal.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Finds what is not UTF-8: overlong forms, encoded surrogates, broken and cut off sequences. */
public final class StrictUtf8 {

  private static final int CHUNK = 8192;

  private StrictUtf8() {}

  /** The offset of the first byte that is not UTF-8, or -1. */
  public static int firstInvalid(byte[] bytes) {
    int from = 0;
    while (from < bytes.length && bytes[from] >= 0) {
      from++;
    }
    return from == bytes.length
        ? -1
        : firstInvalid(ByteBuffer.wrap(bytes, from, bytes.length - from));
  }

  private static int firstInvalid(ByteBuffer in) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(CHUNK);
    CoderResult result;
    do {
      out.clear();
      result = decoder.decode(in, out, true);
    } while (result.isOverflow());
    return result.isError() ? in.position() : -1;
  }
}
