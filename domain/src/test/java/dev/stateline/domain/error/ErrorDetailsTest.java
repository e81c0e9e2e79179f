package dev.stateline.domain.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorDetailsTest {

  @Test
  void there_are_none_until_somebody_says_some() {
    assertThat(ErrorDetails.NONE.fields()).isEmpty();
    assertThat(ErrorDetails.NONE.remedy()).isEmpty();
    assertThat(new InvalidInputException("m").details()).isSameAs(ErrorDetails.NONE);
    assertThat(new InvalidInputException("m").field(ErrorField.TURN)).isEmpty();
  }

  @Test
  void fields_are_kept_as_text_and_given_in_their_own_order() {
    ErrorDetails details =
        ErrorDetails.of(ErrorField.HEAD, 7)
            .with(ErrorField.SIMULATION, "world")
            .with(Remedy.VERIFY);

    assertThat(details.fields())
        .containsExactly(
            Map.entry(ErrorField.SIMULATION, "world"), Map.entry(ErrorField.HEAD, "7"));
    assertThat(details.field(ErrorField.HEAD)).contains("7");
    assertThat(details.remedy()).contains(Remedy.VERIFY);
    assertThat(details).hasToString("{SIMULATION=world, HEAD=7} VERIFY");
  }

  @Test
  void adding_makes_others_and_changes_none() {
    ErrorDetails one = ErrorDetails.of(ErrorField.TURN, 1);

    one.with(ErrorField.TURN, 2).with(Remedy.VERIFY);

    assertThat(one.field(ErrorField.TURN)).contains("1");
    assertThat(one.remedy()).isEmpty();
    assertThatThrownBy(() -> one.fields().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> one.with(ErrorField.TURN, null))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void an_error_keeps_them_on_its_way_to_another_program() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(ConflictException.headMoved("world", 8, 9));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      ConflictException read = (ConflictException) in.readObject();
      assertThat(read.code()).isEqualTo(ErrorCode.HEAD_MOVED);
      assertThat(read.field(ErrorField.HEAD)).contains("9");
      assertThat(read.details().remedy()).contains(Remedy.OPEN_AGAIN);
    }
  }
}
