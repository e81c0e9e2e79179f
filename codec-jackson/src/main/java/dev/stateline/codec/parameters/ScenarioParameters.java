package dev.stateline.codec.parameters;

import dev.stateline.codec.JacksonDocumentTools;
import dev.stateline.codec.JacksonStateCodec;
import dev.stateline.codec.YamlDocuments;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.ScenarioParameter;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.port.StateCodec;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A scenario's parameters as a record: each component has a {@link Parameter} with its meaning, its
 * default and its bounds, or is a record of parameters itself. The component {@code startYear} is
 * the member {@code start_year} of the document. Immutable and thread-safe.
 *
 * <p>A component is an {@code int}, {@code long}, {@code double}, {@code boolean}, {@code String},
 * an enum (written in lower case) or a {@code List} of these.
 *
 * @param <P> the record
 */
public final class ScenarioParameters<P extends Record> {

  /** A JSON object of any content. */
  static final class Members extends TreeMap<String, Object> {
    private static final long serialVersionUID = 1L;

    public Members() {}

    private Members(Map<String, ?> members) {
      super(members);
    }
  }

  private static final StateCodec<Members> CODEC = JacksonStateCodec.of(Members.class);
  private static final String ONLY = "value";

  private final String scenario;
  private final Class<P> type;
  private final ParameterShape shape;
  private final Map<String, Object> defaults = new LinkedHashMap<>();
  private final Map<String, ScenarioParameter> described = new LinkedHashMap<>();

  private ScenarioParameters(String scenario, Class<P> type) {
    this.scenario = scenario;
    this.type = type;
    this.shape = new ParameterShape(type);
    describe(shape, "");
  }

  /**
   * @param scenario whose they are, for messages
   * @throws IllegalArgumentException if the record has a component that can be no parameter, or a
   *     default that could not be given
   */
  public static <P extends Record> ScenarioParameters<P> of(String scenario, Class<P> type) {
    return new ScenarioParameters<>(scenario, type);
  }

  /**
   * Reads a document; what it lacks takes its default.
   *
   * @param document a JSON object
   * @throws InvalidInputException if a parameter is unknown or missing, or has a bad value, or the
   *     record's constructor refuses them; the message names all problems
   */
  public P read(Document document) {
    ParameterReader reader = new ParameterReader(defaults, described.keySet());
    if (document.bytes()[0] != '{') {
      throw refusal(List.of("they must be an object, with a name for each value"));
    }
    Record read = reader.read(shape, CODEC.decode(document), "");
    if (!reader.problems().isEmpty()) {
      throw refusal(reader.problems());
    }
    return type.cast(read);
  }

  private InvalidInputException refusal(List<String> problems) {
    return new InvalidInputException(
        ErrorCode.INVALID_VALUE,
        "the parameters of the scenario "
            + scenario
            + " cannot be used: "
            + String.join("; ", problems));
  }

  /** The parameters in full; reading it gives an equal record. */
  public Document write(P parameters) {
    return CODEC.encode(new Members(shape.tree(parameters)));
  }

  /** All of them, in the order of the record. */
  public List<ScenarioParameter> described() {
    return new ArrayList<>(described.values());
  }

  private void describe(ParameterShape record, String path) {
    record
        .components()
        .forEach(
            (name, component) -> {
              if (component.getType().isRecord()) {
                describe(ParameterShape.of(component), path + name + ".");
              } else {
                describe(component, path + name);
              }
            });
  }

  private void describe(RecordComponent component, String place) {
    Parameter parameter = ParameterShape.parameter(component);
    ParameterKind kind = ParameterShape.kind(component);
    Optional<Object> value =
        parameter.defaultValue().equals(Parameter.REQUIRED)
            ? Optional.empty()
            : Optional.of(defaultOf(component, parameter, kind));
    value.ifPresent(found -> defaults.put(place, found));
    described.put(
        place,
        new ScenarioParameter(
            place,
            value.map(kind::write).map(ScenarioParameters::document),
            kind.words(),
            parameter.meaning()));
  }

  private static Object defaultOf(
      RecordComponent component, Parameter parameter, ParameterKind kind) {
    String text = parameter.defaultValue();
    Object given = component.getType() == String.class ? text : yaml(text, component);
    return kind.read(given)
        .orElseThrow(
            () ->
                new ParameterDefect(
                    component, "has the default " + text + ", which is not " + kind.words()));
  }

  private static Object yaml(String text, RecordComponent component) {
    try {
      return CODEC.decode(YamlDocuments.parse(ONLY + ": " + text, component.getName())).get(ONLY);
    } catch (InvalidInputException e) {
      throw new ParameterDefect(component, "has the default " + text + ": " + e.getMessage());
    }
  }

  private static Document document(Object value) {
    return new JacksonDocumentTools()
        .select(CODEC.encode(new Members(Map.of(ONLY, value))), "/" + ONLY)
        .orElseThrow();
  }
}
