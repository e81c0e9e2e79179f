package dev.stateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.UnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Tab key does: the script in a real bash, and the words that it asks the program for. */
class CompletionTest {

  /** Stands for the program: says what it was asked, and answers what the test has laid there. */
  private static final String FAKE = "#!/bin/bash\necho \"$*\" > asked\ncat answer\n";

  private final Program program = new Program();

  @TempDir private Path folder;

  @BeforeEach
  void write_the_script() throws IOException {
    assertThat(program.run("completion")).isZero();
    Files.writeString(folder.resolve("script"), program.out());
    Path fake = Files.writeString(folder.resolve("stateline"), FAKE);
    assertThat(fake.toFile().setExecutable(true)).isTrue();
    answer();
  }

  @Test
  void commands_and_options_need_no_program() {
    assertThat(tab("stateline ver", "ver")).containsExactly("verify");
    assertThat(tab("stateline checkpoint ", "")).containsExactly("create", "delete", "list");
    assertThat(tab("stateline help checkpoint c", "c")).containsExactly("create");
    assertThat(tab("stateline --debug show --pa", "--pa")).containsExactly("--path");
    assertThat(tab("stateline list -o ", "")).containsExactly("table", "json", "csv");
    assertThat(tab("stateline list --output=j", "j")).containsExactly("json");
    assertThat(tab("stateline stats -o p", "p")).containsExactly("prometheus");
    assertThat(tab("stateline run --name ver", "ver")).isEmpty();
    assertThat(tab("stateline comp", "comp")).containsExactly("compare", "completion");
    assertThat(folder.resolve("asked")).doesNotExist();
  }

  @Test
  void files_are_left_to_the_shell() {
    for (String option :
        List.of(
            "run --scenario-config",
            "list --db",
            "list --config",
            "fork first@1 --patch",
            "transfer --from",
            "transfer --to",
            "backup --out",
            "diff first@1 first@2 --with",
            "replay first --engine-config",
            "scenarios new")) {
      assertThat(asksForFiles("stateline " + option + " ")).as(option).isTrue();
    }
    assertThat(asksForFiles("stateline show ")).isFalse();
    assertThat(asksForFiles("stateline run --name ")).isFalse();
  }

  @Test
  void simulations_are_asked_of_the_database_of_the_line() throws IOException {
    answer("first", "second");
    assertThat(tab("stateline resume --db 'my file.db' --config=c.yaml fi", "fi"))
        .containsExactly("first");
    assertThat(asked()).isEqualTo("complete-words --db=my file.db --config=c.yaml -- N fi ");
    assertThat(tab("X=1 stateline compare first --db \"$HOME/$name\"x s", "s"))
        .containsExactly("second");
    assertThat(asked()).isEqualTo("complete-words --db=/home/me/itx -- N s first");
    assertThat(tab("stateline info ~/first", "~/first")).isEmpty();
    assertThat(asked()).isEqualTo("complete-words -- N /home/me/first ");
  }

  @Test
  void nothing_of_the_line_is_evaluated() {
    answer("first");
    tab(
        "stateline show --db $(touch$IFS'evaluated') --db `touch evaluated` \"${x:=$(id)}\" f",
        "f");
    assertThat(folder.resolve("evaluated")).doesNotExist();
  }

  @Test
  void names_are_quoted_as_the_word_that_is_begun() {
    answer("my run's \"$x\" (b)", "my; rün");
    assertThat(tab("stateline show my", "my"))
        .containsExactly("my\\ run\\'s\\ \\\"\\$x\\\"\\ \\(b\\)", "my\\;\\ rün");
    assertThat(tab("stateline show my\\ ", "my\\ "))
        .containsExactly("my\\ run\\'s\\ \\\"\\$x\\\"\\ \\(b\\)");
    assertThat(tab("stateline show 'my r", "my r")).containsExactly("my run'\\''s \"$x\" (b)");
    assertThat(tab("stateline show \"my r", "my r")).containsExactly("my run's \\\"\\$x\\\" (b)");
  }

  @Test
  void a_turn_is_completed_behind_its_at() throws IOException {
    answer("my run@head", "my run@before the war");
    assertThat(tab("stateline show 'my run'@", "")).containsExactly("head", "before\\ the\\ war");
    assertThat(asked()).isEqualTo("complete-words -- N@T my run@ ");
    assertThat(tab("stateline fork my\\ run@be", "be")).containsExactly("before\\ the\\ war");
    assertThat(tab("stateline diff a@1 \"my run@be", "my run@be"))
        .containsExactly("my run@before the war");
    answer("head");
    assertThat(tab("stateline history first --from ", "")).containsExactly("head");
    assertThat(asked()).isEqualTo("complete-words -- T  first");
    tab("stateline checkpoint delete first b", "b");
    assertThat(asked()).isEqualTo("complete-words -- CHECKPOINT b first");
    tab("stateline run --scenario=wo", "wo");
    assertThat(asked()).isEqualTo("complete-words -- SCENARIO wo ");
  }

  @Test
  void the_program_tells_simulations_turns_checkpoints_and_scenarios() {
    program.run("run", "--name", "first", "--turns", "3");
    program.run("fork", "first@1", "--name", "other one");
    program.run("checkpoint", "create", "first@3", "before the war");
    assertThat(words("N", "")).containsExactly("first", "other one");
    assertThat(words("N@T", "o")).containsExactly("other one");
    assertThat(words("N@T", "first@")).contains("first@head", "first@before the war");
    assertThat(words("N@T", "first@b")).containsExactly("first@before the war");
    assertThat(words("T", "h", "first")).containsExactly("head");
    assertThat(words("CHECKPOINT", "b", "first")).containsExactly("before the war");
    assertThat(words("SCENARIO", "")).containsExactly("world");
  }

  @Test
  void without_a_database_there_are_no_words() {
    program.failure =
        Optional.of(new UnavailableException(ErrorCode.DATABASE_UNAVAILABLE, "no database"));
    assertThat(program.run("complete-words", "--", "N", "")).isEqualTo(6);
    assertThat(program.out()).isEmpty();
    assertThat(program.run("complete-words", "--", "SCENARIO", "")).isZero();
  }

  @Test
  void the_command_for_the_script_is_no_word_for_people() {
    program.run("--help");
    assertThat(program.out()).doesNotContain("complete-words");
    program.run("completion");
    assertThat(program.out()).doesNotContain("complete-words'");
    program.run("complete-word");
    assertThat(program.err()).doesNotContain("complete-words");
  }

  private List<String> words(String... asked) {
    List<String> arguments = new ArrayList<>(List.of("complete-words", "--"));
    arguments.addAll(List.of(asked));
    assertThat(program.run(arguments.toArray(String[]::new))).isZero();
    return program.out().lines().toList();
  }

  private void answer(String... words) {
    try {
      Files.write(folder.resolve("answer"), List.of(words));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String asked() throws IOException {
    return Files.readString(folder.resolve("asked")).replaceFirst("\n$", "");
  }

  /** What bash would put in the place of the word, where the line ends with the cursor. */
  private List<String> tab(String line, String word) {
    return bash(
        line,
        word,
        "compopt() { :; }",
        "((${#COMPREPLY[@]})) && printf '%s\\n' \"${COMPREPLY[@]}\"");
  }

  private boolean asksForFiles(String line) {
    return !bash(line, "", "compopt() { echo \"$*\"; }", ":").contains("+o default");
  }

  private List<String> bash(String line, String word, String before, String after) {
    String text =
        "source script\n"
            + before
            + "\nCOMP_LINE=\"$1\" COMP_POINT=${#1}\n_stateline stateline \"$2\" x\n"
            + after
            + "\nexit 0";
    try {
      ProcessBuilder builder =
          new ProcessBuilder("bash", "--norc", "-c", text, "bash", line, word)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
      builder.environment().put("LC_ALL", "C.UTF-8");
      builder.environment().put("HOME", "/home/me");
      builder.environment().put("name", "it");
      Process process = builder.start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return out.lines().toList();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
