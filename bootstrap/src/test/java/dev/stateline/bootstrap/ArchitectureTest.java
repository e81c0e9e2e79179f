package dev.stateline.bootstrap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proves what each room of the house may know: the table of the blueprint, as allow-lists. */
class ArchitectureTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.stateline");

  private static final String DOMAIN = "dev.stateline.domain..";
  private static final String APPLICATION = "dev.stateline.application..";
  private static final String JACKSON = "com.fasterxml.jackson..";
  private static final String SQL = "dev.stateline.persistence.sql..";

  /** Each room with what it may depend on besides itself and {@code java..}. */
  enum Room {
    DOMAIN_ROOM(DOMAIN),
    APPLICATION_ROOM(APPLICATION, DOMAIN),
    CODEC("dev.stateline.codec..", DOMAIN, JACKSON, "org.snakeyaml.engine.."),
    MEMORY("dev.stateline.persistence.memory..", DOMAIN),
    SQL_ROOM(
        SQL,
        DOMAIN,
        "javax.sql..",
        "javax.xml.stream..",
        "org.apache.ibatis..",
        "com.zaxxer.hikari..",
        "liquibase..",
        "com.github.luben.zstd..",
        "com.github.benmanes.caffeine.."),
    SQLITE(
        "dev.stateline.persistence.sqlite..",
        DOMAIN,
        SQL,
        "javax.sql..",
        "org.sqlite..",
        "org.apache.ibatis.."),
    POSTGRES(
        "dev.stateline.persistence.postgres..",
        DOMAIN,
        SQL,
        "javax.sql..",
        "org.postgresql..",
        "org.apache.ibatis.."),
    METRICS("dev.stateline.metrics..", DOMAIN, "io.micrometer.core.."),
    TESTKIT("dev.stateline.testkit..", DOMAIN, "org.junit.jupiter..", "org.assertj.."),
    SCENARIO_TESTKIT(
        "dev.stateline.scenario.testkit..", DOMAIN, "org.junit.jupiter..", "org.assertj.."),
    CLI(
        "dev.stateline.cli..",
        DOMAIN,
        APPLICATION,
        "picocli..",
        JACKSON,
        // Which words are Java's own.
        "javax.lang.model..",
        "me.tongfei.progressbar.."),
    EXAMPLES("dev.stateline.examples..", DOMAIN, APPLICATION, "dev.stateline.codec.."),
    BOOTSTRAP(
        "dev.stateline.bootstrap..",
        DOMAIN,
        APPLICATION,
        "dev.stateline.codec..",
        "dev.stateline.cli..",
        "dev.stateline.metrics..",
        "io.micrometer..",
        "com.google.inject..",
        "org.slf4j..",
        "ch.qos.logback..");

    private final String packages;
    private final String[] allowed;

    Room(String packages, String... others) {
      this.packages = packages;
      this.allowed =
          Stream.concat(Stream.of(packages, "java.."), Arrays.stream(others))
              .toArray(String[]::new);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_room_depends_only_on_what_it_may(Room room) {
    classes()
        .that()
        .resideInAPackage(room.packages)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(room.allowed)
        .check(HOUSE);
  }

  @ParameterizedTest
  @EnumSource
  void a_room_is_not_empty(Room room) {
    String name = room.packages.substring(0, room.packages.length() - 2);
    assertThat(HOUSE.stream().map(JavaClass::getPackageName))
        .anyMatch(found -> found.equals(name) || found.startsWith(name + "."));
  }

  @Test
  void every_class_lives_in_a_room() {
    List<String> rooms =
        Arrays.stream(Room.values())
            .map(room -> room.packages.substring(0, room.packages.length() - 2))
            .toList();
    assertThat(HOUSE.stream().map(JavaClass::getPackageName).distinct())
        .allMatch(
            found ->
                rooms.stream()
                    .anyMatch(room -> found.equals(room) || found.startsWith(room + ".")));
  }

  @Test
  void only_the_sql_adapters_know_sql() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            SQL, "dev.stateline.persistence.sqlite..", "dev.stateline.persistence.postgres..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.apache.ibatis..", "liquibase..")
        .check(HOUSE);
  }

  @Test
  void only_bootstrap_knows_guice() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.stateline.bootstrap..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.inject..", "jakarta.inject..", "com.google.common..")
        .check(HOUSE);
  }

  @Test
  void only_the_room_of_metrics_and_bootstrap_know_micrometer() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.stateline.metrics..", "dev.stateline.bootstrap..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.micrometer..", "io.prometheus..")
        .check(HOUSE);
  }

  @Test
  void domain_and_application_take_time_ids_and_chance_from_outside() {
    noClasses()
        .that()
        .resideInAnyPackage(DOMAIN, APPLICATION)
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(ThreadLocalRandom.class, "current")
        .orShould()
        .callConstructor(Random.class)
        .orShould()
        .callConstructor(Random.class, long.class)
        .check(HOUSE);
  }

  @Test
  void only_the_builder_has_a_clock_and_randomness_of_its_own() {
    noClasses()
        .that()
        .resideInAnyPackage(DOMAIN, APPLICATION)
        .and()
        .haveNameNotMatching("dev\\.stateline\\.application\\.Stateline(\\$Builder)?")
        .should()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callConstructor(SecureRandom.class)
        .check(HOUSE);
  }
}
