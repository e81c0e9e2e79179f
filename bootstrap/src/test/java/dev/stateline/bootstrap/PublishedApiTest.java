package dev.stateline.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others compile against is written down, so that no change of it passes unseen. */
class PublishedApiTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path FOUND = Path.of("target", "api");
  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

  @ParameterizedTest
  @CsvSource({
    "domain, dev.stateline.domain",
    "application, dev.stateline.application",
    "codec-jackson, dev.stateline.codec",
    "scenario-testkit, dev.stateline.scenario.testkit",
    "persistence-testkit, dev.stateline.testkit"
  })
  void the_api_is_the_one_that_was_signed(String module, String root) throws Exception {
    List<String> found = signature(root);
    Files.createDirectories(FOUND);
    Files.write(FOUND.resolve(module + ".txt"), found);
    assertThat(found)
        .as("the API of %s; where the change is meant, scripts/sign-api writes it down", module)
        .isEqualTo(Files.readAllLines(ROOT.resolve(module).resolve("api.txt")));
  }

  private static List<String> signature(String root) {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root)
            .stream()
            .map(JavaClass::reflect)
            .filter(PublishedApiTest::isPublished)
            .sorted(Comparator.comparing(Class::getName))
            .flatMap(type -> Stream.concat(Stream.of(head(type)), members(type)))
            .toList();
  }

  private static boolean isPublished(Class<?> type) {
    if (type.getPackageName().contains(".internal") || type.isAnonymousClass()) {
      return false;
    }
    Class<?> around = type.getEnclosingClass();
    return isOpen(type.getModifiers()) && (around == null || isPublished(around));
  }

  private static boolean isOpen(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static String head(Class<?> type) {
    List<String> words = new ArrayList<>();
    words.add(Modifier.toString(type.getModifiers() & ~Modifier.INTERFACE));
    words.add(kind(type) + " " + type.getName() + variables(type));
    if (type.getGenericSuperclass() != null) {
      words.add("extends " + type.getGenericSuperclass().getTypeName());
    }
    if (type.getInterfaces().length > 0) {
      words.add("implements " + names(type.getGenericInterfaces()));
    }
    if (type.isSealed()) {
      words.add("permits " + names(type.getPermittedSubclasses()));
    }
    return String.join(" ", words);
  }

  private static String kind(Class<?> type) {
    if (type.isInterface()) {
      return type.isAnnotation() ? "@interface" : "interface";
    }
    return type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
  }

  private static String variables(Class<?> type) {
    return type.getTypeParameters().length == 0
        ? ""
        : Arrays.stream(type.getTypeParameters())
            .map(variable -> variable + " extends " + names(variable.getBounds()))
            .collect(Collectors.joining(", ", "<", ">"));
  }

  private static String names(Type[] types) {
    return Arrays.stream(types).map(Type::getTypeName).sorted().collect(Collectors.joining(", "));
  }

  private static Stream<String> members(Class<?> type) {
    List<String> lines = new ArrayList<>();
    Stream.of(type.getDeclaredConstructors())
        .filter(c -> isPublished(type, c))
        .map(Constructor::toGenericString)
        .forEach(lines::add);
    // What a class inherits from one that nobody sees is its own.
    for (Class<?> at = type; at != null; at = hidden(at.getSuperclass())) {
      Stream.of(at.getDeclaredFields())
          .filter(f -> isPublished(type, f))
          .map(Field::toGenericString)
          .forEach(lines::add);
      Stream.of(at.getDeclaredMethods())
          .filter(m -> isPublished(type, m) && !OF_EVERY_OBJECT.contains(m.getName()))
          .map(Method::toGenericString)
          .forEach(lines::add);
    }
    return lines.stream().sorted().map(line -> "  " + line);
  }

  private static Class<?> hidden(Class<?> type) {
    return type == null || isPublished(type) || !type.getName().startsWith("dev.") ? null : type;
  }

  private static boolean isPublished(Class<?> type, Member member) {
    int modifiers = member.getModifiers();
    boolean reachable = Modifier.isPublic(modifiers) || !Modifier.isFinal(type.getModifiers());
    return !member.isSynthetic() && isOpen(modifiers) && reachable;
  }
}
