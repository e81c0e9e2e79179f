package dev.stateline.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.stateline.domain.document.Difference;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.InvalidInputException;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PatchPropertiesTest {

  private final JacksonDocumentTools tools = new JacksonDocumentTools();

  @Property(tries = 1000)
  void the_difference_of_two_documents_turns_one_into_the_other(
      @ForAll("documents") Document before, @ForAll("documents") Document after) {
    assertThat(tools.apply(tools.diff(before, after), before)).isEqualTo(after);
  }

  @Property(tries = 500)
  void a_patch_is_never_larger_than_replacing_the_document(
      @ForAll("documents") Document before, @ForAll("documents") Document after) {
    String whole = "[{\"op\":\"replace\",\"path\":\"\",\"value\":" + after.text() + "}]";

    assertThat(tools.diff(before, after).size())
        .isLessThanOrEqualTo(JsonValues.document(whole).size());
  }

  @Property(tries = 300)
  void equal_documents_have_an_empty_difference(@ForAll("documents") Document document) {
    Document same = Document.ofTrusted(document.bytes());

    assertThat(tools.diff(document, same)).isEqualTo(Document.EMPTY_ARRAY);
  }

  @Property(tries = 300)
  void different_documents_have_a_difference(
      @ForAll("documents") Document before, @ForAll("documents") Document after) {
    assertThat(tools.diff(before, after).equals(Document.EMPTY_ARRAY))
        .isEqualTo(before.equals(after));
  }

  @Property(tries = 300)
  void a_patch_is_a_canonical_document(
      @ForAll("documents") Document before, @ForAll("documents") Document after) {
    Document patch = tools.diff(before, after);

    assertThat(tools.canonicalize(patch.bytes())).isEqualTo(patch);
  }

  @Property(tries = 500)
  void every_readable_difference_has_the_values_at_its_pointers(
      @ForAll("documents") Document before, @ForAll("documents") Document after) {
    List<Difference> differences = tools.differences(before, after);

    assertThat(differences.isEmpty()).isEqualTo(before.equals(after));
    for (Difference difference : differences) {
      Optional<Document> then = difference.pathBefore().flatMap(p -> tools.select(before, p));
      Optional<Document> now = difference.pathAfter().flatMap(p -> tools.select(after, p));
      assertThat(then.isPresent()).isEqualTo(difference.pathBefore().isPresent());
      assertThat(now.isPresent()).isEqualTo(difference.pathAfter().isPresent());
      if (difference.kind() != Difference.Kind.MOVED) {
        assertThat(List.of(difference.before(), difference.after())).containsExactly(then, now);
        assertThat(then).isNotEqualTo(now);
      }
    }
  }

  @Property(tries = 1000)
  void any_patch_applies_or_is_refused_with_its_place(
      @ForAll("documents") Document document, @ForAll("patches") Document patch) {
    assertThatCode(() -> tools.canonicalize(tools.apply(patch, document).bytes()))
        .satisfiesAnyOf(
            fault -> assertThat(fault).isNull(),
            fault ->
                assertThat(fault)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageMatching("(?s).*operation (at )?/[0-3] .*"));
  }

  @Provide
  Arbitrary<Document> documents() {
    return JsonValues.documents();
  }

  @Provide
  Arbitrary<Document> patches() {
    Arbitrary<String> pointer =
        Arbitraries.of(
            "",
            "/",
            "/a",
            "/b",
            "/-",
            "/0",
            "/1",
            "/01",
            "/-1",
            "/99999999999",
            "/a/b",
            "/a/0",
            "/id",
            "/~0",
            "/~1",
            "/~01",
            "/~2",
            "a",
            "/0/v",
            "/0/v/-",
            "/v/~");
    Arbitrary<String> operation =
        Combinators.combine(
                Arbitraries.of("add", "remove", "replace", "move", "copy", "test", "none"),
                pointer,
                pointer,
                JsonValues.documents())
            .as(
                (op, path, from, value) ->
                    """
                    {"op":"%s","path":"%s","from":"%s","value":%s}"""
                        .formatted(op, path, from, value.text()));
    return operation.list().ofMaxSize(4).map(List::toString).map(JsonValues::document);
  }
}
