package dev.stateline.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stateline.codec.internal.text.JsonFault;
import dev.stateline.codec.internal.typed.Misfit;
import dev.stateline.codec.internal.typed.StateMappers;
import dev.stateline.codec.internal.typed.UnreadableType;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.port.StateCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;

/**
 * A {@link StateCodec} on Jackson. Records, maps, lists, sets, enums, {@code Optional}, {@code
 * java.time} (as ISO text) and beans are mapped as Jackson maps them, Jackson's annotations hold;
 * of a record, only the components. Thread-safe.
 *
 * <p>What is encoded can be decoded as it was: NaN, infinities, lone surrogates and numbers that a
 * double does not keep to the last digit are refused ({@code long} beyond 2^53 in general). Only
 * minus zero becomes 0, and a {@code BigDecimal} loses zeros at its end. A set is written in the
 * order of its elements' bytes unless it is a {@code SortedSet}. Decoding guesses nothing: unknown
 * and missing members, {@code null} for a primitive and values of another kind are refused.
 *
 * @param <S> the type
 */
public final class JacksonStateCodec<S> implements StateCodec<S> {

  private static final JsonMapper MAPPER = StateMappers.strict(JsonInput.newFactory());
  private static final JacksonDocumentTools TOOLS = new JacksonDocumentTools();
  private static final int FIRST_SIZE = 1024;

  private final Class<S> type;
  private final ObjectWriter encoder;
  private final ObjectReader decoder;
  // The next document is likely as large as the last one; a race costs no more than a copy.
  private volatile int lastSize = FIRST_SIZE;

  private JacksonStateCodec(Class<S> type) {
    this.type = type;
    this.encoder = MAPPER.writerFor(type);
    this.decoder = MAPPER.readerFor(type);
  }

  /** The codec of a type without type parameters. */
  public static <S> JacksonStateCodec<S> of(Class<S> type) {
    return new JacksonStateCodec<>(type);
  }

  @Override
  public Document encode(S value) {
    Objects.requireNonNull(value, "value");
    // A raw type lets any class in, and Jackson would write it.
    if (!type.isInstance(value)) {
      throw new InvalidInputException(
          ErrorCode.INVALID_DOCUMENT,
          "the state is a "
              + value.getClass().getTypeName()
              + ", and its codec takes a "
              + type.getTypeName());
    }
    CanonicalWriter writer = new CanonicalWriter(lastSize + lastSize / 8);
    try (CanonicalGenerator generator = new CanonicalGenerator(writer, MAPPER)) {
      encoder.writeValue(generator, value);
      Document document = writer.document();
      lastSize = document.size();
      return document;
    } catch (Refusal refusal) {
      throw refusal.at(place(writer.pointer()));
    } catch (JsonMappingException fault) {
      throw notEncoded(fault, writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public S decode(Document document) {
    byte[] json = document.bytes();
    try (JsonParser parser = MAPPER.createParser(json)) {
      if (document.isKnownCanonical()) {
        // No name stands in it twice: to look for one takes a fifth of the time.
        parser.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      }
      return decode(document, parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private S decode(Document document, JsonParser parser) throws IOException {
    try {
      S value = decoder.readValue(parser);
      if (value == null) {
        throw misfit("the root", "null is no value of the type", null);
      }
      return value;
    } catch (JsonMappingException fault) {
      String pointer = pointer(fault);
      if (fault instanceof InvalidDefinitionException definition && Misfit.isOfType(definition)) {
        throw unreadable(definition);
      }
      throw misfit(place(pointer), Misfit.of(fault, at(pointer, document)), fault);
    } catch (JsonProcessingException fault) {
      throw misfit(
          JsonInput.placeOf(document.bytes(), fault, parser).toString(),
          JsonFault.of(fault),
          fault);
    }
  }

  private InvalidInputException notEncoded(JsonMappingException fault, CanonicalWriter writer) {
    if (fault.getCause() instanceof Refusal refusal) {
      return refusal.at(place(writer.pointer()));
    }
    return new InvalidInputException(
        ErrorCode.INVALID_DOCUMENT,
        String.format(
            "a value of %s has no JSON form, at %s; change its type or annotate it: %s",
            type.getSimpleName(), place(pointer(fault)), Misfit.ofEncoding(fault)),
        fault);
  }

  private InvalidInputException misfit(String place, String problem, Exception cause) {
    return new InvalidInputException(
        ErrorCode.INVALID_DOCUMENT,
        String.format(
            "the document does not fit %s, at %s: %s; change it there, or read it as another type",
            type.getSimpleName(), place, problem),
        cause);
  }

  /** The type itself is at fault: no document of it can be read. */
  private InvalidInputException unreadable(InvalidDefinitionException fault) {
    Class<?> member = fault.getType() == null ? type : fault.getType().getRawClass();
    return new InvalidInputException(
        ErrorCode.INVALID_DOCUMENT,
        String.format(
            "a value of %s cannot be read back, at %s: %s",
            type.getSimpleName(), place(pointer(fault)), UnreadableType.advice(member)),
        fault);
  }

  /** The text of what stands at a place; empty if nothing does. */
  private static Optional<String> at(String pointer, Document document) {
    try {
      return TOOLS.select(document, pointer).map(Document::text);
    } catch (InvalidInputException notJson) {
      return Optional.empty();
    }
  }

  private static String place(String pointer) {
    return pointer.isEmpty() ? "the root" : Refusal.printable(pointer);
  }

  private static String pointer(JsonMappingException fault) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : fault.getPath()) {
      String token =
          step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName();
      pointer.append('/').append(token.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}
