package dev.stateline.persistence.sqlite;

import dev.stateline.domain.spi.Persistence;
import dev.stateline.persistence.sql.HeadDamage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class HeadDamageTest extends HeadDamage {

  @TempDir Path folder;

  @Override
  protected Persistence open() throws IOException {
    return SqliteFixture.create(folder.resolve("heads.db"));
  }

  @Override
  protected void execute(String sql) {
    new RawFile(folder.resolve("heads.db")).execute(sql);
  }
}
