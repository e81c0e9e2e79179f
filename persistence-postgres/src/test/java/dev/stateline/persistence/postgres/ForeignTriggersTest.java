package dev.stateline.persistence.postgres;

import dev.stateline.domain.spi.Persistence;
import dev.stateline.persistence.sql.ForeignTriggers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class ForeignTriggersTest extends ForeignTriggers {

  private final Map<String, String> database = TestServer.get().newMigratedDatabase();

  @Override
  protected Persistence open() {
    return PostgresFixture.open(database);
  }

  @Override
  protected void refuse(String message) {
    trigger("BEFORE", "RAISE EXCEPTION '" + message + "';");
  }

  @Override
  protected void ignore() {
    trigger("BEFORE", "RETURN NULL;");
  }

  @Override
  protected void delete() {
    trigger(
        "AFTER",
        "DELETE FROM turns WHERE segment = NEW.segment AND turn_number = NEW.turn_number;"
            + " RETURN NULL;");
  }

  private void trigger(String when, String body) {
    TestServer.get()
        .execute(
            database,
            "CREATE FUNCTION other() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                + body
                + " END $$; CREATE TRIGGER other "
                + when
                + " INSERT ON turns FOR EACH ROW EXECUTE FUNCTION other()");
  }

  @AfterEach
  void drop() {
    TestServer.get().drop(database);
  }
}
