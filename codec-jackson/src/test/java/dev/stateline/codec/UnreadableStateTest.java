package dev.stateline.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Types that can be written and not be read: the member is named, and the annotation that helps.
 */
class UnreadableStateTest {

  sealed interface Shape permits Circle, Square {}

  record Circle(double radius) implements Shape {}

  record Square(double side) implements Shape {}

  record Board(List<Shape> shapes) {}

  record Named(Map<String, Shape> byName) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({@JsonSubTypes.Type(value = Ball.class, name = "ball")})
  sealed interface Body permits Ball {}

  record Ball(double radius) implements Body {}

  record Space(List<Body> bodies) {}

  interface Plan {}

  record Voyage(Plan plan) {}

  record Route(int days) implements Plan {}

  static final class Opaque {
    private final int value;

    Opaque(int value, int more) {
      this.value = value + more;
    }

    public int getValue() {
      return value;
    }
  }

  record Box(Opaque opaque) {}

  private static <S> void assertUnreadable(Class<S> type, S value, String... told) {
    JacksonStateCodec<S> codec = JacksonStateCodec.of(type);
    assertThatThrownBy(() -> codec.decode(codec.encode(value)))
        .message()
        .contains(told)
        .doesNotContain("jackson", "Creator`", "START_");
  }

  @Test
  void a_sealed_interface_without_type_names() {
    assertUnreadable(
        Board.class,
        new Board(List.of(new Circle(1))),
        "a value of Board cannot be read back, at /shapes/0: Shape is sealed",
        "annotate Shape with @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = \"type\")",
        "@JsonSubTypes.Type(value = Circle.class, name = \"circle\")",
        "@JsonSubTypes.Type(value = Square.class, name = \"square\")");
    assertUnreadable(
        Named.class, new Named(Map.of("a", new Square(1))), "at /byName/a: Shape is sealed");
  }

  @Test
  void an_interface_that_anybody_may_implement() {
    assertUnreadable(Voyage.class, new Voyage(new Route(3)), "/plan: Plan is an interface");
  }

  @Test
  void a_class_that_nothing_can_make() {
    assertUnreadable(Box.class, new Box(new Opaque(1, 2)), "/opaque: Opaque has no constructor");
  }

  @Test
  void a_sealed_interface_with_type_names_comes_back() {
    JacksonStateCodec<Space> codec = JacksonStateCodec.of(Space.class);
    Space space = new Space(List.of(new Ball(2)));
    assertThat(codec.decode(codec.encode(space))).isEqualTo(space);
  }
}
