package dev.stateline.persistence.sqlite;

import dev.stateline.domain.spi.Persistence;
import dev.stateline.persistence.sql.ForeignTriggers;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class ForeignTriggersTest extends ForeignTriggers {

  @TempDir Path folder;

  @Override
  protected Persistence open() throws IOException {
    return SqliteFixture.create(file());
  }

  @Override
  protected void refuse(String message) {
    trigger("AFTER", "SELECT raise(ABORT, '" + message + "')");
  }

  @Override
  protected void ignore() {
    trigger("BEFORE", "SELECT raise(IGNORE)");
  }

  @Override
  protected void delete() {
    trigger(
        "AFTER", "DELETE FROM turns WHERE segment = NEW.segment AND turn_number = NEW.turn_number");
  }

  private void trigger(String when, String body) {
    new RawFile(file())
        .execute("CREATE TRIGGER other " + when + " INSERT ON turns BEGIN " + body + "; END");
  }

  private Path file() {
    return folder.resolve("triggers.db");
  }
}
