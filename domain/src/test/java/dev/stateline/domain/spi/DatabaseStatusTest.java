package dev.stateline.domain.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.spi.DatabaseStatus.Standing;
import dev.stateline.domain.spi.DatabaseStatus.TableSize;
import dev.stateline.domain.spi.SchemaChange.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DatabaseStatusTest {

  @Test
  void a_schema_stands_as_its_changes_say() {
    assertThat(status(State.PENDING, State.PENDING).standing()).isEqualTo(Standing.ABSENT);
    assertThat(status(State.APPLIED, State.PENDING).standing()).isEqualTo(Standing.BEHIND);
    assertThat(status(State.APPLIED, State.APPLIED).standing()).isEqualTo(Standing.CURRENT);
    assertThat(status(State.PENDING, State.UNKNOWN).standing()).isEqualTo(Standing.NEWER);
  }

  @Test
  void tables_without_a_record_of_their_changes_are_unrecorded() {
    DatabaseStatus status =
        new DatabaseStatus(
            "a test's",
            "Engine 7",
            status(State.PENDING).changes(),
            List.of(new TableSize("turns", OptionalLong.of(4), OptionalLong.empty())),
            OptionalLong.empty());
    assertThat(status.standing()).isEqualTo(Standing.UNRECORDED);
  }

  @Test
  void what_was_applied_since_is_what_was_pending_or_not_there_before() {
    DatabaseStatus before = status(State.APPLIED, State.PENDING);
    DatabaseStatus after = status(State.APPLIED, State.APPLIED);
    assertThat(after.appliedSince(Optional.of(before)))
        .extracting(SchemaChange::id)
        .containsExactly("1");
    assertThat(after.appliedSince(Optional.empty())).hasSize(2);
    assertThat(after.appliedSince(Optional.of(after))).isEmpty();
  }

  private static DatabaseStatus status(State... states) {
    List<SchemaChange> changes = new ArrayList<>();
    for (State state : states) {
      changes.add(new SchemaChange("" + changes.size(), state, Optional.empty()));
    }
    return new DatabaseStatus("a test's", "Engine 7", changes, List.of(), OptionalLong.empty());
  }
}
