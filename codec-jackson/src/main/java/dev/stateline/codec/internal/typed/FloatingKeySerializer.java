package dev.stateline.codec.internal.typed;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.stateline.codec.internal.text.EcmaScriptNumber;
import java.io.IOException;

/** Floating-point keys of maps, as their numbers are written everywhere else in a document. */
final class FloatingKeySerializer extends JsonSerializer<Number> {

  @Override
  public void serialize(Number key, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    double value = key.doubleValue();
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw JsonMappingException.from(
          out, "a map has the key " + key + ", which is no JSON number");
    }
    out.writeFieldName(EcmaScriptNumber.text(value));
  }
}
