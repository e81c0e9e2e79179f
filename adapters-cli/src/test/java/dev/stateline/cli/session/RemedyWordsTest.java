package dev.stateline.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.error.Remedy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemedyWordsTest {

  @ParameterizedTest
  @EnumSource
  void every_remedy_has_words_on_one_line(Remedy remedy) {
    assertThat(RemedyWords.of(remedy)).isNotBlank().hasLineCount(1).doesNotEndWith(".");
  }

  @Test
  void what_helps_stands_behind_the_message() {
    assertThat(RemedyWords.message(ConflictException.writerPresent("first", "process 1 on moon")))
        .isEqualTo(
            "simulation 'first' is being written by process 1 on moon; wait for it, or take over"
                + " with 'resume --take-over'");
    assertThat(RemedyWords.message(InvalidInputException.archived("first")))
        .isEqualTo(
            "simulation 'first' is archived: it is kept for reading; 'stateline archive --undo'"
                + " takes it back");
  }

  @Test
  void a_message_without_a_remedy_stands_alone() {
    assertThat(RemedyWords.message(NotFoundException.turn(5, 3)))
        .isEqualTo("there is no turn 5; the head is turn 3");
  }
}
