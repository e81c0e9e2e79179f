package dev.stateline.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.stateline.codec.internal.text.JsonFault;
import dev.stateline.codec.internal.text.StrictUtf8;
import dev.stateline.codec.internal.text.TextPlace;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One JSON text on its way to its canonical form. */
final class JsonCanonicalizer {

  private static final int BYTE_ORDER_MARK = 0xEFBBBF;

  private final byte[] json;
  private final CanonicalWriter writer;

  JsonCanonicalizer(byte[] json) {
    this.json = json;
    this.writer = new CanonicalWriter(json.length);
  }

  Document document() {
    refuseOtherEncodings();
    try (JsonParser parser = JsonInput.parser(json)) {
      return document(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Document document(JsonParser parser) throws IOException {
    try {
      if (CanonicalCopy.copy(parser, writer)) {
        return writer.document();
      }
    } catch (Refusal refusal) {
      throw refusal.at(place(refusal, parser));
    } catch (JsonProcessingException fault) {
      throw malformed(fault, parser);
    }
    throw invalid("the JSON text is empty, at line 1, column 1; give one value, for example {}");
  }

  private void refuseOtherEncodings() {
    int invalid = StrictUtf8.firstInvalid(json);
    if (invalid >= 0) {
      throw invalid("the text is not UTF-8, at " + at(invalid) + "; save it as UTF-8");
    }
    if (json.length > 2
        && ((json[0] & 0xFF) << 16 | (json[1] & 0xFF) << 8 | json[2] & 0xFF) == BYTE_ORDER_MARK) {
      throw invalid(
          "the text begins with a byte order mark, at line 1, column 1;"
              + " save it as UTF-8 without one");
    }
    // No JSON text holds a zero byte; a parser would take these for UTF-16 or UTF-32.
    for (int i = 0; i < Math.min(json.length, 4); i++) {
      if (json[i] == 0) {
        throw invalid(
            "the text has a zero byte, as UTF-16 and UTF-32 have, at "
                + at(i)
                + "; save it as UTF-8");
      }
    }
  }

  private String place(Refusal refusal, JsonParser parser) {
    long offset =
        refusal.isDuplicate()
            ? JsonInput.offsetOfDuplicate(json)
            : parser.currentTokenLocation().getByteOffset();
    return at(offset) + within();
  }

  private InvalidInputException malformed(JsonProcessingException fault, JsonParser parser) {
    String place = JsonInput.placeOf(json, fault, parser) + within();
    if (writer.isComplete()) {
      return CanonicalCopy.trailing().at(place);
    }
    return new InvalidInputException(
        ErrorCode.INVALID_DOCUMENT,
        "the JSON text is malformed, at " + place + "; mend it there: " + JsonFault.of(fault),
        fault);
  }

  private String at(long offset) {
    return TextPlace.of(json, offset).toString();
  }

  private String within() {
    String pointer = writer.pointer();
    return pointer.isEmpty() ? "" : " (" + Refusal.printable(pointer) + ")";
  }

  private static InvalidInputException invalid(String message) {
    return new InvalidInputException(ErrorCode.INVALID_DOCUMENT, message);
  }
}
