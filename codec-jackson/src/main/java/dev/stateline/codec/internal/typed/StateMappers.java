package dev.stateline.codec.internal.typed;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How typed values are mapped: the same bytes in every run, and nothing guessed on the way back.
 */
public final class StateMappers {

  private StateMappers() {}

  /**
   * A mapper.
   *
   * @param input the rules by which JSON is read
   */
  public static JsonMapper strict(JsonFactoryBuilder input) {
    JsonMapper.Builder builder =
        JsonMapper.builder(input.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
    builder
        .addModules(new Jdk8Module(), new JavaTimeModule(), stableSets(), stableKeys())
        .annotationIntrospector(new NamedTypesOnly())
        .accessorNaming(new RecordComponentNaming())
        .defaultLeniency(false);
    writing(builder);
    reading(builder);
    return builder.build();
  }

  private static void writing(JsonMapper.Builder builder) {
    builder
        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
  }

  private static void reading(JsonMapper.Builder builder) {
    builder
        .withCoercionConfig(
            LogicalType.Textual,
            config ->
                config
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /** A decoded set runs in the order of its document, which no hash code can change. */
  private static SimpleModule stableSets() {
    return new SimpleModule("stable-sets").addAbstractTypeMapping(Set.class, LinkedHashSet.class);
  }

  /**
   * The JDK prints doubles in other ways from version to version; names in a document must not
   * change.
   */
  private static SimpleModule stableKeys() {
    SimpleModule module = new SimpleModule("stable-keys");
    module.addKeySerializer(Double.class, new FloatingKeySerializer());
    module.addKeySerializer(Float.class, new FloatingKeySerializer());
    return module;
  }
}
