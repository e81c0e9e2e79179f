package dev.stateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.application.workspace.WorkspaceOptions.Diagnostics;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.UnavailableException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  private final Program program = new Program();

  @ParameterizedTest
  @ValueSource(strings = {"--help", "lst", "--version"})
  void a_command_that_is_only_named_is_listed_as_one_whose_options_are_read(String words) {
    program.run(words);
    String named = program.out() + program.err();
    // The command completion speaks of the options of all commands, wherever its name stands.
    program.run(words, "completion");
    assertThat(program.out() + program.err()).isEqualTo(named);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "resume",
        "list",
        "stats",
        "info",
        "show",
        "history",
        "checkpoint",
        "checkpoint create",
        "checkpoint list",
        "checkpoint delete",
        "verify",
        "archive",
        "delete",
        "scenarios",
        "scenarios new",
        "backtest",
        "db",
        "db status",
        "db migrate",
        "config",
        "config show",
        "config validate",
        "doctor",
        "completion",
        "diff",
        "compare",
        "help"
      })
  void every_command_has_help_with_an_example_and_opens_nothing_for_it(String command) {
    program.failure = Optional.of(new IllegalStateException("opened"));
    assertThat(program.run((command + " --help").split(" "))).isZero();
    assertThat(program.out())
        .contains("Usage: stateline " + command)
        .contains("Example: ")
        .contains("--config=FILE")
        .contains("--db=FILE");
    assertThat(program.err()).isEmpty();
  }

  @Test
  void version_names_the_program_and_java() {
    assertThat(program.run("--version")).isZero();
    assertThat(program.out()).matches("stateline [0-9].*\\(Java .*\\)\n");
  }

  @Test
  void nothing_at_all_prints_the_help_and_is_a_usage_error() {
    assertThat(program.run()).isEqualTo(2);
    assertThat(program.out()).isEmpty();
    assertThat(program.err()).contains("Commands:").contains("  run ");
  }

  @Test
  void help_is_a_command_too() {
    assertThat(program.run("--help")).isZero();
    String all = program.out();
    assertThat(program.run("help")).isZero();
    assertThat(program.out()).isEqualTo(all).contains("  help ");
    assertThat(program.run("help", "checkpoint", "create")).isZero();
    assertThat(program.out()).contains("Usage: stateline checkpoint create");
    assertThat(program.run("help", "histroy")).isEqualTo(2);
    assertThat(program.err()).contains("no command 'histroy'; did you mean 'history'?");
    assertThat(program.run("help", "list", "all")).isEqualTo(2);
    assertThat(program.err()).contains("'stateline list' has no commands below it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "show                       | N@T is missing",
        "fork                       | --name and N@T are missing",
        "history first --limit      | --limit needs a value: K",
        "history first --from --to  | --from needs a value: T",
        "run --turns 3 --turns 4    | --turns is given more than once; give it once",
        "run --turns 010            | --turns: a turn is a number from 0 to 1000000000, not '010'",
        "run --turns +5             | --turns: a turn is a number from 0 to 1000000000, not '+5'",
        "run --seed 0x1             | --seed: a seed is a whole number from",
        "run --seed 007             | --seed: a seed is a whole number from",
        "show first@010             | N@T: '010' is no turn; a turn is a number from 0, head,",
        "run --turns x              | --turns: a turn is a number from 0 to 1000000000, not 'x'",
        "show first@-1              | N@T: '-1' is no turn; a turn is a number from 0, head,"
            + " head~3",
        "history first --to head~x  | --to: 'head~x' is no turn; a turn is a number from 0, head"
      })
  void what_is_wrong_with_a_line_is_said_in_our_words(String line, String words) {
    assertThat(program.run(line.split(" "))).isEqualTo(2);
    assertThat(program.err()).startsWith("stateline: " + words);
  }

  @Test
  void a_misspelt_command_or_option_is_answered_with_the_nearest_one() {
    assertThat(program.run("histroy")).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo(
            """
            stateline: there is no command 'histroy'; did you mean 'history'?
            Try 'stateline --help'.
            """);
    assertThat(program.run("rnu")).isEqualTo(2);
    assertThat(program.err()).contains("no command 'rnu'; did you mean 'run'?");
    assertThat(program.run("quux")).isEqualTo(2);
    assertThat(program.err()).startsWith("stateline: there is no command 'quux'\n");
    assertThat(program.run("list", "--ooutput", "json")).isEqualTo(2);
    assertThat(program.err()).contains("no option '--ooutput'; did you mean '--output'?");
    assertThat(program.run("checkpoint")).isEqualTo(2);
    assertThat(program.err()).contains("a command is missing: create, delete, list");
    assertThat(program.run("list", "more")).isEqualTo(2);
    assertThat(program.err()).contains("'more' is one word too many");
  }

  @Test
  void an_unknown_format_is_answered_with_the_known_ones_as_they_are_typed() {
    assertThat(program.run("list", "--output", "xml")).isEqualTo(2);
    assertThat(program.err())
        .contains("a format is one of table, json, csv, not 'xml'")
        .doesNotContain("TABLE");
    assertThat(program.run("list", "-o", "JSON")).isZero();
  }

  @Test
  void options_that_exclude_each_other_are_told_in_one_sentence() {
    assertThat(program.run("show", "first", "--actions", "--outcomes")).isEqualTo(2);
    assertThat(program.err())
        .startsWith(
            "stateline: --actions and --outcomes cannot be given together; give one of them\n");
  }

  @Test
  void the_common_options_stand_before_or_after_the_command() {
    assertThat(program.run("--db", "x.db", "list")).isZero();
    assertThat(program.askedFor.orElseThrow().databaseFile()).contains(Path.of("x.db"));
    assertThat(program.run("list", "--config", "c.yaml", "--debug")).isZero();
    assertThat(program.askedFor.orElseThrow().configurationFile()).contains(Path.of("c.yaml"));
    assertThat(program.askedFor.orElseThrow().diagnostics()).isEqualTo(Diagnostics.DETAILED);
    assertThat(program.run("checkpoint", "--db", "y.db", "list", "any")).isEqualTo(3);
    assertThat(program.askedFor.orElseThrow().databaseFile()).contains(Path.of("y.db"));
  }

  @Test
  void a_word_that_begins_with_an_at_is_not_a_file_of_arguments() {
    assertThat(program.run("show", "@pom.xml")).isEqualTo(2);
    assertThat(program.err()).contains("lacks the simulation before the @");
  }

  @Test
  void a_path_that_the_locale_cannot_say_is_told_without_the_names_of_classes() {
    assertThat(program.run("list", "--db", "a\0b.db")).isEqualTo(2);
    assertThat(program.err())
        .contains("is no path in the locale of this terminal; set it to UTF-8 (LC_ALL=C.UTF-8)")
        .doesNotContain("java.");
  }

  @Test
  void a_name_of_which_a_character_was_lost_is_refused_with_the_cause() {
    assertThat(program.run("show", "caf\uFFFD@0")).isEqualTo(2);
    assertThat(program.err())
        .contains("set the terminal's locale to UTF-8")
        .doesNotContain("java.");
    assertThat(program.run("run", "--name", "caf\uFFFD")).isEqualTo(2);
    assertThat(program.err()).contains("set the terminal's locale to UTF-8");
  }

  @Test
  void what_a_person_typed_is_escaped_and_shortened_in_messages() {
    assertThat(program.run("show", "\u001b[2J\u202ename\n")).isEqualTo(3);
    assertThat(program.err()).contains("\\u001b[2J\\u202ename\\u000a").hasLineCount(1);
    assertThat(program.run("x".repeat(100_000))).isEqualTo(2);
    assertThat(program.err().length()).isLessThan(2200);
  }

  @Test
  void each_kind_of_error_has_its_exit_code_and_one_line() {
    program.failure =
        Optional.of(new UnavailableException(ErrorCode.DATABASE_BUSY, "the database is busy"));
    assertThat(program.run("list")).isEqualTo(6);
    assertThat(program.err()).isEqualTo("stateline: the database is busy\n");
    program.failure =
        Optional.of(new CorruptDataException("turn 1", "states.payload", "is cut off"));
    assertThat(program.run("list")).isEqualTo(5);
    program.failure = Optional.of(new IllegalStateException("oops"));
    assertThat(program.run("list")).isEqualTo(1);
    assertThat(program.err())
        .isEqualTo(
            "stateline: internal error: java.lang.IllegalStateException: oops; --debug shows"
                + " details\n");
  }

  @Test
  void all_problems_of_the_configuration_are_told_at_once() {
    program.problems = List.of("a: is bad", "b: is worse");
    assertThat(program.run("list")).isEqualTo(2);
    assertThat(program.err()).isEqualTo("stateline: a: is bad\nstateline: b: is worse\n");
    assertThat(program.run("config", "validate")).isEqualTo(2);
    assertThat(program.run("config", "show")).isEqualTo(2);
    assertThat(program.out()).contains("some.path  value  default");
    assertThat(program.run("doctor")).isEqualTo(2);
    assertThat(program.out()).contains("problem  configuration  a: is bad");
  }

  @Test
  void a_sound_configuration_is_shown_with_its_origins() {
    assertThat(program.run("config", "validate")).isZero();
    assertThat(program.run("config", "show", "-o", "json")).isZero();
    assertThat(program.err()).contains("Adapters: memory, shelf");
    assertThat(program.out())
        .isEqualTo("[\n{\"path\":\"some.path\",\"value\":\"value\",\"origin\":\"default\"}\n]\n");
  }

  @Test
  void doctor_looks_at_java_disk_and_database() {
    assertThat(program.run("doctor")).isZero();
    assertThat(program.out())
        .contains("ok       java")
        .contains("ok       adapters       memory, shelf")
        .contains("ok       fsync")
        .contains("free in")
        .contains("warning  mood           could be better");
    String reason = "not a database, " + "for many reasons, ".repeat(20) + "alas";
    program.failure = Optional.of(new UnavailableException(ErrorCode.DATABASE_UNUSABLE, reason));
    assertThat(program.run("doctor")).isEqualTo(6);
    assertThat(program.out()).contains("problem  database       " + reason + "\n");
  }

  @Test
  void completion_knows_the_commands() {
    assertThat(program.run("completion")).isZero();
    assertThat(program.out())
        .contains("complete -o default -F _stateline stateline")
        .contains("checkpoint");
  }

  @Test
  void a_reader_that_has_enough_is_no_error_but_a_full_disk_is() {
    program.run("run");
    assertThat(program.runInto(failing("Broken pipe"), "history", "world")).isZero();
    assertThat(program.err()).doesNotContain("stateline: ");
    assertThat(program.runInto(failing("No space left on device"), "show", "world")).isEqualTo(1);
    assertThat(program.err())
        .containsOnlyOnce("stateline: the output cannot be written: No space left on device");
  }

  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(reason);
      }
    };
  }
}
