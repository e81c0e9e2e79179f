package dev.stateline.bootstrap.documentation;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of the pages that need no server. */
class PagesOnFilesTest {

  static List<String> pages() {
    return Pages.withCommands(false);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("pages")
  void each_command_does_what_the_page_says(String page, @TempDir Path folder) throws Exception {
    Pages.check(page, folder, "");
  }
}
