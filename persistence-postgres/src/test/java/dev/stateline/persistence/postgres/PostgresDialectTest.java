package dev.stateline.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgresDialectTest {

  private static String meaning(String state) {
    return PostgresDialect.meaning(new SQLException("no", state), "the database").getMessage();
  }

  @Test
  void only_a_missing_right_is_blamed_on_the_role() {
    assertThat(meaning("42501")).isEqualTo("the database refuses: no; check the role's rights");
    assertThat(meaning("42P07")).isEqualTo("the database refuses: no");
    assertThat(meaning("42939")).isEqualTo("the database refuses: no");
  }
}
