package dev.stateline.bootstrap.configuration;

import dev.stateline.domain.naming.NearestWord;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the settings of {@code STATELINE_...} variables. An empty variable sets nothing. */
final class EnvironmentLayer {

  /** The variable that names the configuration file. */
  static final String FILE = "STATELINE_CONFIG";

  /** The variable that holds the password of the database. */
  static final String PASSWORD = "STATELINE_DB_PASSWORD";

  private static final String PREFIX = "STATELINE_";
  private static final String CONNECTION = PREFIX + "CONNECTION_";
  private static final List<String> RESERVED =
      List.of(
          FILE, PASSWORD, "STATELINE_CLASSPATH", "STATELINE_CLASS_ARCHIVE", "STATELINE_JAVA_OPTS");
  private static final String FOR_TESTS = "STATELINE_TEST_";

  private final Layer layer = new Layer();

  private EnvironmentLayer() {}

  static Layer read(Map<String, String> environment) {
    EnvironmentLayer reader = new EnvironmentLayer();
    new TreeMap<>(environment).forEach(reader::read);
    return reader.layer;
  }

  private void read(String name, String value) {
    if (!name.startsWith(PREFIX)
        || name.startsWith(FOR_TESTS)
        || RESERVED.contains(name)
        || value.isEmpty()) {
      return;
    }
    Optional<Key> key =
        Arrays.stream(Key.values()).filter(k -> k.variable().equals(name)).findFirst();
    if (key.isPresent()) {
      setting(name, value, key.get());
    } else if (name.startsWith(CONNECTION) && name.length() > CONNECTION.length()) {
      connection(name, value);
    } else {
      layer.problem(name, "there is no such setting; did you mean " + nearest(name) + "?");
    }
  }

  private void setting(String name, String value, Key key) {
    key.rule()
        .fromText(value)
        .ifPresentOrElse(
            text -> layer.set(key.path(), text, "environment " + name),
            () -> layer.badValue(name, value, key.rule()));
  }

  private void connection(String name, String value) {
    String key = name.substring(CONNECTION.length()).toLowerCase(Locale.ROOT);
    if (Secrets.isSecret(key)) {
      layer.secret(name);
    } else {
      layer.set(Key.CONNECTION + "." + key, value, "environment " + name);
    }
  }

  private static String nearest(String name) {
    List<String> known =
        Arrays.stream(Key.values()).map(Key::variable).collect(Collectors.toList());
    known.add(CONNECTION + "PATH");
    known.addAll(RESERVED);
    return NearestWord.to(name, known);
  }
}
