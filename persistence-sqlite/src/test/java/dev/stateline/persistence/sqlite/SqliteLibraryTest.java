package dev.stateline.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLibraryTest {

  @TempDir Path folder;

  @Test
  void a_folder_that_the_library_cannot_be_unpacked_into_is_named() throws IOException {
    Path noFolder = Files.createFile(folder.resolve("no-folder"));
    assertThat(OpeningProcess.run(folder.resolve("x.db"), "-Dorg.sqlite.tmpdir=" + noFolder))
        .startsWith("DATABASE_UNUSABLE")
        .contains("native library", noFolder.toString(), "-Dorg.sqlite.tmpdir=");
  }
}
