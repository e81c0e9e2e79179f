package dev.stateline.codec.internal.typed;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Jackson's annotations, except those that would put the names of classes into the data. */
final class NamedTypesOnly extends JacksonAnnotationIntrospector {

  /** What stands in the message, by which it is known again when the mapper has wrapped it. */
  static final String ADVICE = "use JsonTypeInfo.Id.NAME";

  private static final long serialVersionUID = 1L;

  @Override
  public JsonTypeInfo.Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
    JsonTypeInfo.Value info = super.findPolymorphicTypeInfo(config, annotated);
    if (info != null
        && (info.getIdType() == JsonTypeInfo.Id.CLASS
            || info.getIdType() == JsonTypeInfo.Id.MINIMAL_CLASS)) {
      throw new IllegalArgumentException(
          annotated.getName()
              + " is annotated to be stored with the names of its classes; "
              + ADVICE
              + ", so that a renamed class can still be read");
    }
    return info;
  }
}
