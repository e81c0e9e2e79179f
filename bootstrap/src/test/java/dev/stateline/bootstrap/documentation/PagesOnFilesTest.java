package dev.stateline.bootstrap.documentation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of the pages that need no server. */
class PagesOnFilesTest {

  @TempDir private static Path place;

  private static CommandProcess commands;

  @BeforeAll
  static void start() throws IOException {
    commands = new CommandProcess(place, "");
  }

  @AfterAll
  static void stop() {
    commands.close();
  }

  static List<String> pages() {
    return Pages.withCommands(false);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("pages")
  void each_command_does_what_the_page_says(String page) throws Exception {
    Pages.check(page, commands, "");
  }
}
