package dev.stateline.bootstrap.configuration;

import dev.stateline.cli.terminal.InputFile;
import dev.stateline.codec.yaml.YamlNode;
import dev.stateline.codec.yaml.YamlNode.Mapping;
import dev.stateline.codec.yaml.YamlNode.Meaning;
import dev.stateline.codec.yaml.YamlNode.Scalar;
import dev.stateline.codec.yaml.YamlText;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.NearestWord;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads the settings of a YAML file. */
final class FileLayer {

  private static final String CONNECTION = Key.full(Key.CONNECTION);

  private final Layer layer = new Layer();
  private final Path file;
  private final String origin;

  private FileLayer(Path file) {
    this.file = file;
    this.origin = "file " + file;
  }

  static Layer read(Path file) {
    FileLayer reader = new FileLayer(file);
    reader.read();
    return reader.layer;
  }

  private void read() {
    try {
      YamlNode root = YamlText.read(InputFile.read(file, YamlText.MAX_BYTES), file.toString());
      if (!isNull(root)) {
        section("", root);
      }
    } catch (InvalidInputException e) {
      layer.problem("configuration", e.getMessage());
    }
  }

  private void section(String path, YamlNode node) {
    if (!(node instanceof Mapping section)) {
      layer.problem(
          path.isEmpty() ? "configuration" : path,
          shown(node)
              + " stands where a section is; known in it: "
              + String.join(", ", names(path)));
      return;
    }
    for (Map.Entry<String, YamlNode> child : section.members().entrySet()) {
      entry(path.isEmpty() ? child.getKey() : path + "." + child.getKey(), child, names(path));
    }
  }

  private void entry(String path, Map.Entry<String, YamlNode> child, SortedSet<String> known) {
    YamlNode value = child.getValue();
    if (!known.contains(child.getKey())) {
      layer.problem(
          path,
          "there is no such setting; did you mean '"
              + NearestWord.to(child.getKey(), known)
              + "'?");
    } else if (path.equals(CONNECTION)) {
      connection(value);
    } else if (names(path).isEmpty()) {
      setting(path, value);
    } else if (!isNull(value)) {
      section(path, value);
    }
  }

  private void setting(String path, YamlNode value) {
    Key key = Key.at(path.substring(Key.SECTION.length() + 1)).orElseThrow();
    Optional<String> text =
        value instanceof Scalar scalar ? key.rule().fromFile(scalar) : Optional.empty();
    if (text.isPresent()) {
      layer.set(key.path(), text.get(), origin);
    } else if (value instanceof Scalar scalar && scalar.meaning() == Meaning.DISPUTED) {
      layer.problem(
          path,
          shown(scalar)
              + " at "
              + scalar.place()
              + " is read by YAML programs in different ways; write "
              + key.rule().allowed()
              + " as JSON does, or quote it where a text is meant");
    } else {
      layer.badValue(path, text(value), key.rule());
    }
  }

  private void connection(YamlNode node) {
    if (isNull(node)) {
      return;
    }
    if (!(node instanceof Mapping section)) {
      layer.problem(
          CONNECTION, shown(node) + " stands where a section is, for example { path: ./my.db }");
      return;
    }
    for (Map.Entry<String, YamlNode> child : section.members().entrySet()) {
      String path = CONNECTION + "." + child.getKey();
      if (Secrets.isSecret(child.getKey())) {
        layer.secret(path);
      } else if (!(child.getValue() instanceof Scalar scalar)) {
        layer.problem(path, shown(child.getValue()) + " is not one value");
      } else if (scalar.isNull()) {
        layer.problem(
            path, shown(scalar) + " is no value to YAML; leave the setting out, or quote the text");
      } else {
        // The adapter knows which of them are numbers: here, each is the text that was written.
        layer.set(Key.CONNECTION + "." + child.getKey(), scalar.text(), origin);
      }
    }
  }

  /** The names that may stand in a section; none if the path is that of a setting. */
  private static SortedSet<String> names(String section) {
    String prefix = section.isEmpty() ? "" : section + ".";
    SortedSet<String> names = new TreeSet<>();
    for (Key key : Key.values()) {
      addName(Key.full(key.path()), prefix, names);
    }
    addName(CONNECTION, prefix, names);
    return names;
  }

  private static void addName(String path, String prefix, SortedSet<String> names) {
    if (path.startsWith(prefix)) {
      names.add(path.substring(prefix.length()).split("\\.", 2)[0]);
    }
  }

  private static boolean isNull(YamlNode node) {
    return node instanceof Scalar scalar && scalar.meaning() == Meaning.NULL;
  }

  private static String shown(YamlNode node) {
    return Layer.shown(text(node));
  }

  private static String text(YamlNode node) {
    if (node instanceof Scalar scalar) {
      return scalar.text();
    }
    return node instanceof Mapping ? "{...}" : "[...]";
  }
}
