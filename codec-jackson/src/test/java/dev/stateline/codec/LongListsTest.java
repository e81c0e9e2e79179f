package dev.stateline.codec;

import static dev.stateline.codec.JsonValues.document;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.document.Difference;
import dev.stateline.domain.document.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists as simulations have them, and as an adversary would. What takes the square hangs here. */
class LongListsTest {

  private final JacksonDocumentTools tools = new JacksonDocumentTools();

  private static List<String> list(int count, IntFunction<String> element) {
    return IntStream.range(0, count).mapToObj(element).collect(Collectors.toList());
  }

  private static Document json(List<String> elements) {
    return document(elements.stream().collect(Collectors.joining(",", "[", "]")));
  }

  private List<Difference> differences(List<String> before, List<String> after) {
    return tools.differences(json(before), json(after));
  }

  /** The operations of a patch that does what it should. */
  private List<String> operations(List<String> before, List<String> after) {
    Document patch = tools.diff(json(before), json(after));
    assertThat(tools.apply(patch, json(before))).isEqualTo(json(after));
    return List.of(patch.text().split("(?<=}),(?=\\{\"op\")"));
  }

  @Test
  void one_more_at_each_end_are_two_additions_however_the_values_hash() {
    List<String> before = list(100_000, i -> "{\"x\":" + i + ",\"y\":" + -i + "}");
    List<String> after = new ArrayList<>(before);
    after.add(0, "{\"x\":-1,\"y\":0}");
    after.add("{\"x\":-2,\"y\":0}");

    assertThat(operations(before, after)).hasSize(2);
    assertThat(differences(before, after))
        .extracting(Difference::kind)
        .containsExactly(Difference.Kind.ADDED, Difference.Kind.ADDED);
  }

  @Test
  void texts_of_one_hash_are_told_apart_as_quickly_as_others() {
    List<String> before =
        list(1 << 16, i -> "\"" + binary(i).replace("0", "Aa").replace("1", "BB") + "\"");
    List<String> after = new ArrayList<>(before);
    Collections.reverse(after);

    assertThat(operations(before, after)).hasSize(1);
    assertThat(differences(before, after)).isNotEmpty();
  }

  private static String binary(int i) {
    return Integer.toBinaryString(1 << 16 | i);
  }

  @Test
  void keys_of_one_hash_are_found_as_quickly_as_others() {
    List<String> before =
        list(1 << 15, i -> "{\"id\":\"" + binary(i).replace("0", "Aa").replace("1", "BB") + "\"}");
    List<String> after = new ArrayList<>(before);
    Collections.reverse(after);
    after.remove(0);

    assertThat(differences(before, after)).hasSize(before.size() - 1);
  }

  @Test
  void in_a_log_of_few_kinds_two_more_entries_are_two_additions() {
    Random kinds = new Random(1);
    List<String> before = list(1000, i -> "{\"kind\":\"k" + kinds.nextInt(5) + "\"}");
    List<String> after = new ArrayList<>(before);
    after.add(300, "{\"kind\":\"new\"}");
    after.add(700, "{\"kind\":\"new\"}");

    assertThat(operations(before, after)).hasSize(2);
    assertThat(differences(before, after)).hasSize(2);
  }

  @Test
  void many_changes_among_few_kinds_leave_a_patch_that_is_smaller_than_the_list() {
    Random kinds = new Random(2);
    List<String> before = list(200_000, i -> "{\"kind\":\"kind " + kinds.nextInt(5) + "\"}");
    List<String> after = new ArrayList<>(before);
    for (int i = 0; i < 5000; i++) {
      after.set(kinds.nextInt(after.size()), "{\"kind\":\"kind " + kinds.nextInt(5) + "\"}");
      after.add(kinds.nextInt(after.size()), "{\"kind\":\"kind " + kinds.nextInt(5) + "\"}");
    }

    assertThat(operations(before, after)).hasSizeLessThan(20_000);
  }

  @Test
  void the_last_values_of_something_are_one_more_and_one_less() {
    List<String> before = list(1000, i -> String.valueOf(i * 7 % 1000));
    List<String> after = new ArrayList<>(before.subList(1, 1000));
    after.add("1234");

    assertThat(differences(before, after))
        .extracting(Difference::kind)
        .containsExactly(Difference.Kind.REMOVED, Difference.Kind.ADDED);
  }

  @Test
  void a_list_is_emptied_from_its_front_and_filled_there_again() {
    Document numbers = json(list(100_000, String::valueOf));
    Document none = Document.EMPTY_ARRAY;
    Document removals = json(Collections.nCopies(100_000, "{\"op\":\"remove\",\"path\":\"/0\"}"));
    Document additions =
        json(list(100_000, i -> "{\"op\":\"add\",\"path\":\"/0\",\"value\":" + (99_999 - i) + "}"));

    assertThat(tools.apply(removals, numbers)).isEqualTo(none);
    assertThat(tools.apply(additions, none)).isEqualTo(numbers);
  }

  @Test
  void a_copied_list_changes_at_its_front_as_quickly() {
    Document numbers = document("{\"a\":" + json(list(100_000, String::valueOf)).text() + "}");
    List<String> operations = new ArrayList<>();
    operations.add("{\"op\":\"copy\",\"from\":\"/a\",\"path\":\"/b\"}");
    operations.addAll(Collections.nCopies(99_999, "{\"op\":\"remove\",\"path\":\"/b/0\"}"));
    operations.add("{\"op\":\"remove\",\"path\":\"/a\"}");

    assertThat(tools.apply(json(operations), numbers)).isEqualTo(document("{\"b\":[99999]}"));
  }
}
