package dev.stateline.application.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.junit.jupiter.api.Test;

class StrangersErrorTest {

  @Test
  void classes_that_do_not_agree_are_named_without_modules_and_loaders() {
    Object text = "text";
    Throwable thrown = catchThrowable(() -> List.of((Integer) text));

    assertThat(thrown).hasMessageContaining("module");
    assertThat(StrangersError.of(thrown))
        .endsWith(": class java.lang.String cannot be cast to class java.lang.Integer");
  }
}
