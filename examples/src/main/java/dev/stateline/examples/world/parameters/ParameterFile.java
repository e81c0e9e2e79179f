package dev.stateline.examples.world.parameters;

import dev.stateline.codec.JacksonStateCodec;
import dev.stateline.codec.YamlDocuments;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.port.StateCodec;
import dev.stateline.examples.world.data.Csv;
import java.util.Map;
import java.util.TreeMap;

/** Parameters as they are written: the defaults in {@code world.yaml}, and documents over them. */
public final class ParameterFile {

  private static final String DEFAULTS = "world.yaml";

  /** A JSON object of any content. */
  static final class Members extends TreeMap<String, Object> {
    private static final long serialVersionUID = 1L;

    public Members() {}

    private Members(Map<String, ?> members) {
      super(members);
    }
  }

  private static final StateCodec<Members> CODEC = JacksonStateCodec.of(Members.class);

  private ParameterFile() {}

  public static WorldParameters defaults() {
    Document document = YamlDocuments.parse(Csv.text(DEFAULTS), DEFAULTS);
    return read(document, null);
  }

  /**
   * @param document a JSON object; members that it lacks take their defaults
   * @throws InvalidInputException if a parameter is unknown or has a bad value; the message names
   *     all of them
   */
  public static WorldParameters over(WorldParameters defaults, Document document) {
    return read(document, defaults);
  }

  private static WorldParameters read(Document document, WorldParameters defaults) {
    ParameterTree reader = new ParameterTree();
    WorldParameters parameters =
        reader.read(WorldParameters.class, CODEC.decode(document), defaults, "");
    if (!reader.problems().isEmpty()) {
      throw new InvalidInputException(
          ErrorCode.INVALID_VALUE,
          "the parameters of the scenario world cannot be used: "
              + String.join("; ", reader.problems()));
    }
    return parameters;
  }

  public static Document write(WorldParameters parameters) {
    return CODEC.encode(new Members(ParameterTree.tree(parameters)));
  }
}
