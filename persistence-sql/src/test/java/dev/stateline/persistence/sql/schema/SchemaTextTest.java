package dev.stateline.persistence.sql.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.document.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTextTest {

  @ParameterizedTest
  @CsvSource({"sqlite,main", "postgresql,public"})
  void a_schema_knows_its_changes_and_tables(String dbms, String name) {
    Schema schema = new Schema(dbms, name);
    assertThat(schema.tables())
        .contains("simulation_records", "segments", "provenances", "turns", "heads")
        .contains("checkpoint_records");
  }

  /**
   * PostgreSQL's changes are checked here and not by Liquibase, which sees the schema's name and
   * the number of partitions in them. A change that was released is never edited: its text stays,
   * and a new one is added below with the hash of the file then.
   */
  @Test
  void the_text_for_postgresql_is_frozen() throws IOException {
    try (InputStream in =
        Schema.class.getResourceAsStream("/dev/stateline/persistence/sql/postgresql.xml")) {
      assertThat(Sha256.of(in.readAllBytes()).hex())
          .isEqualTo("7c6d36571ddb02dd380d517d7696e41d411b5857a7941db3d18ef2a18672a181");
    }
  }

  @Test
  void names_are_quoted_but_for_sqlites_main() {
    assertThat(List.of(new Schema("sqlite", "main").qualified("turns")))
        .containsExactly("main.turns");
    assertThat(new Schema("postgresql", "Sim").qualified("turns")).isEqualTo("\"Sim\".turns");
  }
}
