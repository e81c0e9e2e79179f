package dev.stateline.codec;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.base.GeneratorBase;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.core.util.BufferRecycler;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedSet;

/**
 * Where Jackson's serializers write to: hands every call to the canonical writer.
 *
 * <p>A set has no order of its own (that of {@code Set.of} changes from run to run): unless it is
 * sorted, its elements are put in the order of their bytes, so that equal sets are equal documents.
 */
final class CanonicalGenerator extends GeneratorBase {

  private final CanonicalWriter writer;

  CanonicalGenerator(CanonicalWriter writer, ObjectCodec codec) {
    super(0, codec, newContext());
    this.writer = writer;
  }

  private static IOContext newContext() {
    return new IOContext(
        StreamReadConstraints.defaults(),
        StreamWriteConstraints.defaults(),
        ErrorReportConfiguration.defaults(),
        new BufferRecycler(),
        ContentReference.unknown(),
        false);
  }

  @Override
  public void writeStartObject() {
    writer.beginObject();
  }

  @Override
  public void writeStartObject(Object value) {
    writer.beginObject();
  }

  @Override
  public void writeStartObject(Object value, int size) {
    writer.beginObject();
  }

  @Override
  public void writeEndObject() {
    writer.endObject();
  }

  @Override
  public void writeStartArray() {
    writer.beginArray();
  }

  @Override
  public void writeStartArray(Object value) {
    if (value instanceof Set<?> && !(value instanceof SortedSet<?>)) {
      writer.beginSet();
    } else {
      writer.beginArray();
    }
  }

  @Override
  public void writeStartArray(Object value, int size) {
    writeStartArray(value);
  }

  @Override
  public void writeEndArray() {
    writer.endArray();
  }

  @Override
  public void writeFieldName(String name) {
    writer.name(name);
  }

  @Override
  public void writeFieldName(SerializableString name) {
    byte[] quoted = name.asQuotedUTF8();
    // As many bytes as characters: plain ASCII, and no escape among it.
    if (quoted.length == name.charLength()) {
      writer.name(name.getValue(), quoted);
    } else {
      writer.name(name.getValue());
    }
  }

  @Override
  public void writeString(String text) {
    if (text == null) {
      writer.nullValue();
    } else {
      writer.string(text);
    }
  }

  @Override
  public void writeString(char[] buffer, int offset, int length) {
    writer.string(new String(buffer, offset, length));
  }

  @Override
  public void writeRawUTF8String(byte[] buffer, int offset, int length) {
    refuseRaw();
  }

  @Override
  public void writeUTF8String(byte[] buffer, int offset, int length) {
    writer.string(new String(buffer, offset, length, StandardCharsets.UTF_8));
  }

  @Override
  public void writeRaw(String text) {
    refuseRaw();
  }

  @Override
  public void writeRaw(String text, int offset, int length) {
    refuseRaw();
  }

  @Override
  public void writeRaw(char[] text, int offset, int length) {
    refuseRaw();
  }

  @Override
  public void writeRaw(char c) {
    refuseRaw();
  }

  @Override
  public void writeBinary(Base64Variant variant, byte[] data, int offset, int length) {
    writer.string(variant.encode(Arrays.copyOfRange(data, offset, offset + length)));
  }

  @Override
  public void writeNumber(int value) {
    writer.number((long) value);
  }

  @Override
  public void writeNumber(long value) {
    if (value >= -CanonicalWriter.MAX_EXACT && value <= CanonicalWriter.MAX_EXACT) {
      writer.number(value);
    } else {
      writeNumber(BigDecimal.valueOf(value));
    }
  }

  @Override
  public void writeNumber(BigInteger value) {
    if (value == null) {
      writer.nullValue();
    } else {
      writeNumber(new BigDecimal(value));
    }
  }

  @Override
  public void writeNumber(double value) {
    writer.number(value);
  }

  /** By the shortest digits of the float: 0.1f is 0.1. */
  @Override
  public void writeNumber(float value) {
    writer.number(
        Float.isFinite(value) ? Double.parseDouble(NumberOutput.toString(value, true)) : value);
  }

  @Override
  public void writeNumber(BigDecimal value) {
    if (value == null) {
      writer.nullValue();
    } else {
      writer.typed(value);
    }
  }

  @Override
  public void writeNumber(String digits) {
    writeNumber(new BigDecimal(digits));
  }

  @Override
  public void writeBoolean(boolean value) {
    writer.bool(value);
  }

  @Override
  public void writeNull() {
    writer.nullValue();
  }

  /** Nothing here asks for it. */
  @Override
  public void assignCurrentValue(Object value) {}

  @Override
  public JsonGenerator useDefaultPrettyPrinter() {
    return this;
  }

  /** There is nothing below to flush to. */
  @Override
  public void flush() {}

  @Override
  protected void _releaseBuffers() {}

  @Override
  protected void _verifyValueWrite(String typeMsg) {}

  private void refuseRaw() {
    writer.refuse(Refusal.of("raw JSON text cannot be checked", "give a typed value"));
  }
}
