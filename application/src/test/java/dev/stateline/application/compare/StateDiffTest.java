package dev.stateline.application.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    assertThat(DifferenceSummary.of(all, ""))
        .isEqualTo(
            new DifferenceSummary(
                Map.of(Kind.ADDED, 1, Kind.REMOVED, 2, Kind.CHANGED, 1),
                Map.of("/a", 2, "/gone", 1, "/new", 1)));
    assertThat(DifferenceSummary.of(diff.at("/a", before, after), "/a").byPart())
        .isEqualTo(Map.of("/a/x", 1, "/a/y", 1));
    assertThat(DifferenceSummary.of(diff.at("", json("1"), json("2")), "").byPart())
        .isEqualTo(Map.of("", 1));
  }
}
