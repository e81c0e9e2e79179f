package dev.stateline.domain.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnLogTest {

  private static Document document(String canonical) {
    return Document.ofCanonical(canonical.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_turn_without_actions_or_outcomes_is_an_empty_array() {
    assertThat(TurnLog.ofActions(List.of())).isEqualTo(Document.EMPTY_ARRAY);
    assertThat(TurnLog.ofOutcomes(List.of())).isEqualTo(Document.EMPTY_ARRAY);
  }

  @Test
  void actions_stand_in_their_order_with_sorted_members() {
    Document log =
        TurnLog.ofActions(
            List.of(
                new Action("zoe", "build", document("{\"houses\":3}")),
                new Action("adam", "rest", document("null"))));

    assertThat(log.text())
        .isEqualTo(
            "[{\"actor\":\"zoe\",\"document\":{\"houses\":3},\"kind\":\"build\"},"
                + "{\"actor\":\"adam\",\"document\":null,\"kind\":\"rest\"}]");
  }

  @Test
  void outcomes_have_the_same_form() {
    assertThat(TurnLog.ofOutcomes(List.of(new Outcome("zoe", "built", document("3")))).text())
        .isEqualTo("[{\"actor\":\"zoe\",\"document\":3,\"kind\":\"built\"}]");
  }

  @Test
  void names_with_quotes_and_backslashes_are_escaped_and_others_stand_as_they_are() {
    assertThat(TurnLog.ofActions(List.of(new Action("a\"b\\", "é😀", document("1")))).text())
        .isEqualTo("[{\"actor\":\"a\\\"b\\\\\",\"document\":1,\"kind\":\"é😀\"}]");
  }

  @Test
  void the_order_of_actions_makes_a_difference() {
    Action one = new Action("a", "x", document("1"));
    Action other = new Action("b", "x", document("1"));

    assertThat(TurnLog.ofActions(List.of(one, other)))
        .isNotEqualTo(TurnLog.ofActions(List.of(other, one)));
  }

  @Test
  void actions_are_read_as_they_were_written() {
    List<Action> actions =
        List.of(
            new Action("a\"b\\", "é😀", document("{\"a\":[\"}],\\\"{\",{}],\"b\":\"\\u0001\\n\"}")),
            new Action("adam", "rest", document("null")),
            new Action("adam", "count", document("-1.5e+21")),
            new Action("eve", "say", document("\"a,b\"")),
            new Action("eve", "list", document("[[],[1,2]]")));

    assertThat(TurnLog.actions(TurnLog.ofActions(actions))).isEqualTo(actions);
    assertThat(TurnLog.actions(Document.EMPTY_ARRAY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[1]",
        "[]]",
        "[{\"actor\":\"a\",\"document\":1}]",
        "[{\"actor\":\"a\",\"document\":1,\"kind\":\"b\"}",
        "[{\"actor\":\"a\",\"document\":1,\"kind\":\"b\"},]",
        "[{\"actor\":\"a\\x\",\"document\":1,\"kind\":\"b\"}]",
        "[{\"actor\":7,\"document\":1,\"kind\":\"b\"}]"
      })
  void what_is_no_turns_log_is_refused(String json) {
    assertThatThrownBy(() -> TurnLog.actions(document(json)))
        .isInstanceOf(InvalidInputException.class);
  }
}
