package dev.stateline.bootstrap.configuration;

import dev.stateline.application.workspace.Setting;
import dev.stateline.cli.terminal.InputFile;
import dev.stateline.domain.spi.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the configuration from all its sources; a later source goes before an earlier one. */
public final class ConfigurationLoader {

  static final String MEMORY = "memory";

  private static final String USUAL_FILE = "stateline.yaml";
  private static final String USUAL_DATABASE = "./stateline.db";
  private static final String SQLITE = "sqlite";
  private static final String PATH = Key.CONNECTION + ".path";

  private final Map<String, String> environment;
  private final Path folder;

  /**
   * @param environment the environment's variables
   * @param folder where {@code stateline.yaml} is looked for
   */
  public ConfigurationLoader(Map<String, String> environment, Path folder) {
    this.environment = Map.copyOf(environment);
    this.folder = folder;
  }

  /**
   * @param chosenFile {@code --config}
   * @param databaseFile {@code --db}
   */
  public LoadedConfiguration load(Optional<Path> chosenFile, Optional<Path> databaseFile) {
    Optional<Path> file = chosenFile.or(this::fileOfEnvironment).or(this::usualFile);
    List<Layer> layers = new ArrayList<>();
    layers.add(defaults());
    file.map(FileLayer::read).ifPresent(layers::add);
    layers.add(EnvironmentLayer.read(environment));
    databaseFile.map(ConfigurationLoader::option).ifPresent(layers::add);
    Map<String, Layer.Entry> merged = merged(layers);
    return new LoadedConfiguration(
        source(file),
        configuration(merged),
        settings(merged),
        layers.stream().flatMap(layer -> layer.problems().stream()).toList());
  }

  private Optional<Path> fileOfEnvironment() {
    return Optional.ofNullable(environment.get(EnvironmentLayer.FILE))
        .filter(name -> !name.isEmpty())
        .map(InputFile::path);
  }

  private Optional<Path> usualFile() {
    return Optional.of(folder.resolve(USUAL_FILE)).filter(Files::exists);
  }

  private String source(Optional<Path> file) {
    return file.map(f -> "file " + f)
        .orElse("defaults; there is no " + USUAL_FILE + " here, and --config names none");
  }

  private static Layer defaults() {
    Layer layer = new Layer();
    for (Key key : Key.values()) {
      layer.set(key.path(), key.byDefault(), "default");
    }
    return layer;
  }

  private static Layer option(Path database) {
    Layer layer = new Layer();
    layer.set(Key.ENABLED.path(), "true", "--db");
    layer.set(Key.TYPE.path(), SQLITE, "--db");
    layer.set(PATH, database.toString(), "--db");
    return layer;
  }

  private static Map<String, Layer.Entry> merged(List<Layer> layers) {
    Map<String, Layer.Entry> merged = new LinkedHashMap<>();
    for (Layer layer : layers) {
      // What an earlier source says of another adapter's connection is no use to this one.
      if (changesType(merged, layer)) {
        merged.keySet().removeIf(ConfigurationLoader::isConnection);
      }
      merged.putAll(layer.entries());
    }
    if (merged.get(Key.ENABLED.path()).value().equals("false")) {
      String origin = "enabled: false";
      merged.keySet().removeIf(ConfigurationLoader::isConnection);
      merged.put(Key.TYPE.path(), new Layer.Entry(MEMORY, origin));
    }
    if (merged.get(Key.TYPE.path()).value().equals(SQLITE)) {
      merged.putIfAbsent(PATH, new Layer.Entry(USUAL_DATABASE, "default"));
    }
    return merged;
  }

  private static boolean changesType(Map<String, Layer.Entry> merged, Layer layer) {
    Layer.Entry before = merged.get(Key.TYPE.path());
    Layer.Entry after = layer.entries().get(Key.TYPE.path());
    return before != null && after != null && !before.value().equals(after.value());
  }

  private static boolean isConnection(String path) {
    return path.startsWith(Key.CONNECTION + ".");
  }

  private PersistenceConfiguration configuration(Map<String, Layer.Entry> merged) {
    Map<String, String> connection = new LinkedHashMap<>();
    merged.forEach(
        (path, entry) -> {
          if (isConnection(path)) {
            connection.put(path.substring(Key.CONNECTION.length() + 1), entry.value());
          }
        });
    return new PersistenceConfiguration(
        merged.get(Key.TYPE.path()).value(),
        connection,
        Optional.ofNullable(environment.get(EnvironmentLayer.PASSWORD))
            .filter(password -> !password.isEmpty())
            .map(Secret::new),
        new PersistenceOptions(
            number(merged, Key.POOL_SIZE),
            number(merged, Key.CHECKPOINT_INTERVAL),
            truth(merged, Key.COMPRESS_STATES),
            truth(merged, Key.QUERYABLE),
            number(merged, Key.CACHE_MB),
            number(merged, Key.RETENTION_DAYS)));
  }

  private static int number(Map<String, Layer.Entry> merged, Key key) {
    return Integer.parseInt(merged.get(key.path()).value());
  }

  private static boolean truth(Map<String, Layer.Entry> merged, Key key) {
    return Boolean.parseBoolean(merged.get(key.path()).value());
  }

  private static List<Setting> settings(Map<String, Layer.Entry> merged) {
    return merged.entrySet().stream()
        .map(
            entry ->
                new Setting(
                    Key.full(entry.getKey()),
                    Secrets.masked(entry.getValue().value()),
                    entry.getValue().origin()))
        .sorted(Comparator.comparing(Setting::path))
        .toList();
  }
}
