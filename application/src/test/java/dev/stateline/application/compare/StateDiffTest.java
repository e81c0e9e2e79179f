package dev.stateline.application.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.compare.DifferenceSummary.Part;
import dev.stateline.codec.JacksonDocumentTools;
import dev.stateline.domain.document.Difference;
import dev.stateline.domain.document.Difference.Kind;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateDiffTest {

  private final StateDiff diff = new StateDiff(new JacksonDocumentTools());
  private final Document before = json("{\"a\":{\"x\":1,\"y\":[1]},\"b\":2,\"gone\":3}");
  private final Document after = json("{\"a\":{\"x\":5,\"y\":[]},\"b\":2,\"new\":4}");

  private static Document json(String canonical) {
    return Document.ofCanonical(canonical.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void places_below_a_pointer_have_their_whole_pointers() {
    assertThat(diff.at("/a", before, after))
        .containsExactly(
            Difference.changed("/a/x", "/a/x", json("1"), json("5")),
            Difference.removed("/a/y/0", json("1")));
  }

  @Test
  void a_place_that_one_of_them_lacks_was_added_or_removed() {
    assertThat(diff.at("/gone", before, after))
        .containsExactly(Difference.removed("/gone", json("3")));
    assertThat(diff.at("/new", before, after)).containsExactly(Difference.added("/new", json("4")));
    assertThat(diff.at("/b", before, after)).isEmpty();
  }

  @Test
  void a_place_that_both_lack_is_not_found() {
    assertThatThrownBy(() -> diff.at("/nowhere", before, after))
        .isInstanceOf(NotFoundException.class)
        .extracting(e -> ((NotFoundException) e).code())
        .isEqualTo(ErrorCode.PATH_NOT_FOUND);
  }

  @Test
  void a_summary_counts_by_kind_and_by_part() {
    List<Difference> all = diff.at("", before, after);

    assertThat(DifferenceSummary.of(all, "").parts())
        .containsExactly(
            new Part("/a", Map.of(Kind.CHANGED, 1, Kind.REMOVED, 1)),
            new Part("/gone", Map.of(Kind.REMOVED, 1)),
            new Part("/new", Map.of(Kind.ADDED, 1)));
    assertThat(DifferenceSummary.of(all, "").byKind())
        .isEqualTo(Map.of(Kind.ADDED, 1, Kind.REMOVED, 2, Kind.CHANGED, 1));
    assertThat(DifferenceSummary.of(diff.at("/a", before, after), "/a").parts())
        .extracting(Part::path)
        .containsExactly("/a/x", "/a/y");
    assertThat(DifferenceSummary.of(diff.at("", json("1"), json("2")), "").parts())
        .containsExactly(new Part("", Map.of(Kind.CHANGED, 1)));
  }

  @Test
  void the_part_with_the_most_differences_comes_first() {
    List<Difference> all =
        diff.at("", json("{\"a\":1,\"b\":[1,2],\"c\":3}"), json("{\"a\":2,\"b\":[3,4],\"c\":4}"));

    assertThat(DifferenceSummary.of(all, "").parts())
        .extracting(Part::path)
        .containsExactly("/b", "/a", "/c");
  }
}
