package dev.stateline.bootstrap;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that packages form floors, are small, and show no more than they must. */
class PackagesTest {

  private static final int MOST_TYPES = 25;
  private static final String INTERNAL = ".internal";

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.stateline");

  private static Stream<JavaClass> topLevelTypes() {
    return HOUSE.stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(type -> !type.getSimpleName().equals("package-info"));
  }

  @Test
  void no_package_depends_on_one_that_depends_on_it() {
    slices().matching("dev.stateline.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void what_is_internal_is_used_only_by_the_room_that_it_is_internal_to() {
    List<String> intrusions =
        HOUSE.stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(PackagesTest::intrudes)
            .map(Dependency::getDescription)
            .toList();
    assertThat(intrusions).isEmpty();
  }

  private static boolean intrudes(Dependency dependency) {
    String target = dependency.getTargetClass().getPackageName();
    int internal = (target + ".").indexOf(INTERNAL + ".");
    return internal >= 0
        && target.startsWith("dev.stateline")
        && !isIn(dependency.getOriginClass().getPackageName(), target.substring(0, internal));
  }

  private static boolean isIn(String found, String room) {
    return found.equals(room) || found.startsWith(room + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev.stateline.persistence.sqlite", "dev.stateline.persistence.postgres"})
  void a_database_adapter_shows_its_provider_and_nothing_else(String adapter) {
    assertThat(
            topLevelTypes()
                .filter(type -> isIn(type.getPackageName(), adapter))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName))
        .singleElement()
        .asString()
        .endsWith("PersistenceProvider");
  }

  @Test
  void no_name_says_that_it_has_no_meaning() {
    assertThat(topLevelTypes().map(JavaClass::getSimpleName))
        .noneMatch(name -> name.matches(".*(Impl|Utils?|Helper|Common).*"));
  }

  @Test
  void no_package_has_more_types_than_can_be_seen_at_a_glance() {
    Map<String, Long> sizes =
        topLevelTypes().collect(groupingBy(JavaClass::getPackageName, counting()));
    assertThat(sizes)
        .allSatisfy((name, types) -> assertThat(types).as(name).isLessThanOrEqualTo(MOST_TYPES));
  }

  @Test
  void domain_and_application_know_no_network_and_no_files() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.stateline.domain..", "dev.stateline.application..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.nio.channels..", "javax.net..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile)|java\\.nio\\.file\\.Files")
        .check(HOUSE);
  }

  @Test
  void domain_and_application_start_no_threads_but_where_runs_and_writes_stand_side_by_side() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.stateline.domain..", "dev.stateline.application..")
        .and()
        .haveNameNotMatching(
            "dev\\.stateline\\.application\\..*\\.(Awaited|GroupCommit|ParallelRuns|TurnQueue)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.util\\.Timer|java\\.util\\.concurrent\\.(.*Executor.*|ForkJoin.*|CompletableFuture)")
        .orShould()
        .callConstructorWhere(target(owner(assignableTo(Thread.class))))
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .check(HOUSE);
  }
}
