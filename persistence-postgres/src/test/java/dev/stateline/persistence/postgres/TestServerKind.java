package dev.stateline.persistence.postgres;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;

/** Where the server of the tests comes from. */
enum TestServerKind {
  /** The environment names one. */
  GIVEN,
  /** A Docker engine runs one. */
  CONTAINER,
  /** Maven brings one. */
  EMBEDDED;

  static final String URL = "STATELINE_TEST_POSTGRES_URL";

  private static final Path USUAL_SOCKET = Path.of("/var/run/docker.sock");

  /**
   * Chooses without asking Testcontainers, whose own search for an engine logs a page of errors
   * where there is none.
   */
  static TestServerKind choose(Map<String, String> environment, Predicate<Path> exists) {
    if (!environment.getOrDefault(URL, "").isEmpty()) {
      return GIVEN;
    }
    return hasEngine(environment.getOrDefault("DOCKER_HOST", ""), exists) ? CONTAINER : EMBEDDED;
  }

  private static boolean hasEngine(String host, Predicate<Path> exists) {
    if (host.isEmpty()) {
      return exists.test(USUAL_SOCKET);
    }
    URI uri = URI.create(host);
    return !"unix".equals(uri.getScheme()) || exists.test(Path.of(uri.getPath()));
  }
}
