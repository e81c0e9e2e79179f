package dev.stateline.bootstrap.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stateline.cli.terminal.NearestWord;
import dev.stateline.codec.YamlDocuments;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
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
      Document document = YamlDocuments.parse(SmallFile.read(file), file.toString());
      JsonNode root = new ObjectMapper().readTree(document.bytes());
      if (!root.isNull()) {
        section("", root);
      }
    } catch (InvalidInputException e) {
      layer.problem("configuration", e.getMessage());
    } catch (NoSuchFileException e) {
      layer.problem("configuration", "there is no file " + file);
    } catch (AccessDeniedException e) {
      layer.problem("configuration", "file " + file + " may not be read; check its permissions");
    } catch (IOException | UncheckedIOException e) {
      layer.problem(
          "configuration",
          Files.isDirectory(file)
              ? file + " is a folder, not a file"
              : "file " + file + " cannot be read: " + e.getMessage());
    }
  }

  private void section(String path, JsonNode node) {
    if (!node.isObject()) {
      layer.problem(
          path.isEmpty() ? "configuration" : path,
          shown(node)
              + " stands where a section is; known in it: "
              + String.join(", ", names(path)));
      return;
    }
    for (Map.Entry<String, JsonNode> child : node.properties()) {
      entry(path.isEmpty() ? child.getKey() : path + "." + child.getKey(), child, names(path));
    }
  }

  private void entry(String path, Map.Entry<String, JsonNode> child, SortedSet<String> known) {
    JsonNode value = child.getValue();
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
    } else if (!value.isNull()) {
      section(path, value);
    }
  }

  private void setting(String path, JsonNode value) {
    Key key = Key.at(path.substring(Key.SECTION.length() + 1)).orElseThrow();
    key.rule()
        .fromFile(value)
        .ifPresentOrElse(
            text -> layer.set(key.path(), text, origin),
            () -> layer.badValue(path, text(value), key.rule()));
  }

  private void connection(JsonNode node) {
    if (node.isNull()) {
      return;
    }
    if (!node.isObject()) {
      layer.problem(
          CONNECTION, shown(node) + " stands where a section is, for example { path: ./my.db }");
      return;
    }
    for (Map.Entry<String, JsonNode> child : node.properties()) {
      String path = CONNECTION + "." + child.getKey();
      if (Secrets.isSecret(child.getKey())) {
        layer.secret(path);
      } else if (!child.getValue().isValueNode() || child.getValue().isNull()) {
        layer.problem(path, shown(child.getValue()) + " is not one value");
      } else {
        layer.set(Key.CONNECTION + "." + child.getKey(), child.getValue().asText(), origin);
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

  private static String shown(JsonNode node) {
    return Layer.shown(text(node));
  }

  private static String text(JsonNode node) {
    return node.isValueNode() ? node.asText() : node.toString();
  }
}
