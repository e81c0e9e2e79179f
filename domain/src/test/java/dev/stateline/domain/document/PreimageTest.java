package dev.stateline.domain.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.error.InvalidInputException;
import org.junit.jupiter.api.Test;

class PreimageTest {

  @Test
  void its_members_are_sorted_whatever_the_order_in_which_they_came() {
    Preimage preimage = new Preimage("f/1").with("z", "last").with("a", 1).with("é", "beyond");

    assertThat(preimage.text())
        .isEqualTo("{\"a\":1,\"format\":\"f/1\",\"z\":\"last\",\"é\":\"beyond\"}");
  }

  @Test
  void it_sorts_by_utf_16_units_as_rfc_8785_wants() {
    // U+1F600 begins with the unit D83D, which is below FB33 though the code point is above.
    Preimage preimage = new Preimage("f/1").with("\uFB33", 2).with("😀", 1);

    assertThat(preimage.text()).isEqualTo("{\"format\":\"f/1\",\"😀\":1,\"\uFB33\":2}");
  }

  @Test
  void an_absent_value_is_json_null_and_not_the_text_null() {
    assertThat(new Preimage("f/1").with("a", null).with("b", "null").text())
        .isEqualTo("{\"a\":null,\"b\":\"null\",\"format\":\"f/1\"}");
  }

  @Test
  void texts_are_quoted_as_in_rfc_8785() {
    assertThat(new Preimage("f/1").with("a\n", "b\"\u0001").text())
        .isEqualTo("{\"a\\n\":\"b\\\"\\u0001\",\"format\":\"f/1\"}");
  }

  @Test
  void a_text_with_half_of_a_surrogate_pair_has_no_preimage() {
    Preimage preimage = new Preimage("f/1");

    assertThatThrownBy(() -> preimage.with("a", "\uD800"))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void its_hash_is_that_of_its_text_in_utf_8() {
    assertThat(new Preimage("f/1").with("a", "é").hash())
        .isEqualTo(Sha256.ofUtf8("{\"a\":\"é\",\"format\":\"f/1\"}"));
  }
}
