package dev.stateline.persistence.sql.internal.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.document.Sha256;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RowChecksumTest {

  private static RowChecksum row(String name) {
    return new RowChecksum("checkpoint_records")
        .with("id", new UUID(1, 2))
        .with("name", name)
        .with("turn_number", 7)
        .with("created_at", Instant.parse("2026-01-01T00:00:00.000001Z"));
  }

  /** The form is frozen: databases in the field carry such seals. */
  @Test
  void a_seal_is_the_first_half_of_the_hash_of_the_columns() {
    byte[] hash =
        Sha256.ofUtf8(
                "{\"created_at\":\"2026-01-01T00:00:00.000001Z\","
                    + "\"format\":\"stateline/row/checkpoint_records/2\","
                    + "\"id\":\"00000000-0000-0001-0000-000000000002\","
                    + "\"name\":\"treaty\",\"turn_number\":\"7\"}")
            .bytes();
    assertThat(row("treaty").seal()).isEqualTo(new Seal(Arrays.copyOf(hash, 16)));
  }

  @Test
  void a_changed_column_breaks_the_seal_and_names_the_table() throws Exception {
    Seal seal = row("treaty").seal();
    row("treaty").require(seal);
    assertThatThrownBy(() -> row("treason").require(seal))
        .isInstanceOfSatisfying(
            DamagedColumnException.class,
            e -> assertThat(e.column()).isEqualTo("checkpoint_records.row_checksum"));
  }

  @Test
  void an_absent_value_differs_from_an_empty_one() {
    assertThat(row(null).seal()).isNotEqualTo(row("").seal());
  }
}
