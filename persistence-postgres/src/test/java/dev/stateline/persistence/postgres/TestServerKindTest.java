package dev.stateline.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestServerKindTest {

  private static final Path SOCKET = Path.of("/var/run/docker.sock");

  @Test
  void a_server_that_is_named_goes_before_all() {
    assertThat(
            choose(Map.of("STATELINE_TEST_POSTGRES_URL", "postgresql://me@localhost/db"), SOCKET))
        .isEqualTo(TestServerKind.GIVEN);
  }

  @Test
  void a_docker_engine_is_used_where_its_socket_is() {
    assertThat(choose(Map.of(), SOCKET)).isEqualTo(TestServerKind.CONTAINER);
    assertThat(choose(Map.of("STATELINE_TEST_POSTGRES_URL", ""), SOCKET))
        .isEqualTo(TestServerKind.CONTAINER);
  }

  @Test
  void docker_host_goes_before_the_usual_socket() {
    assertThat(choose(Map.of("DOCKER_HOST", "tcp://127.0.0.1:2375")))
        .isEqualTo(TestServerKind.CONTAINER);
    assertThat(choose(Map.of("DOCKER_HOST", "unix:///run/user/1/docker.sock"), SOCKET))
        .isEqualTo(TestServerKind.EMBEDDED);
    assertThat(
            choose(
                Map.of("DOCKER_HOST", "unix:///run/user/1/docker.sock"),
                Path.of("/run/user/1/docker.sock")))
        .isEqualTo(TestServerKind.CONTAINER);
  }

  @Test
  void without_either_maven_brings_one() {
    assertThat(choose(Map.of())).isEqualTo(TestServerKind.EMBEDDED);
  }

  private static TestServerKind choose(Map<String, String> environment, Path... existing) {
    return TestServerKind.choose(environment, Set.of(existing)::contains);
  }
}
