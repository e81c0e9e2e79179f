package dev.stateline.domain.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.time.TurnNumber;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class StateRefTest {

  private static StateRef ref(UUID segment, int turn, String content) {
    return new StateRef(
        new SegmentId(segment),
        new TurnNumber(turn),
        new ChainHash(Sha256.of(content.getBytes(StandardCharsets.UTF_8))));
  }

  private static String id(String segment, int turn) {
    return ref(UUID.fromString(segment), turn, "any").id().toString();
  }

  @Example
  void an_id_is_made_of_the_segment_and_the_turn() {
    assertThat(id("0193a1b2-c3d4-7e5f-8a6b-c7d8e9fa0b1c", 0))
        .isEqualTo("0193a1b2-c3d4-8e5f-8000-000069fa0b1c");
    assertThat(id("0193a1b2-c3d4-7e5f-8a6b-c7d8e9fa0b1c", 255))
        .isEqualTo("0193a1b2-c3d4-8e5f-8000-00ff69fa0b1c");
    assertThat(id("ffffffff-ffff-7fff-bfff-ffffffffffff", TurnNumber.MAX_VALUE))
        .isEqualTo("ffffffff-ffff-8fff-bb9a-ca007fffffff");
  }

  @Property(tries = 200)
  void an_id_is_a_uuid_of_version_8_and_says_its_turn(
      @ForAll long high, @ForAll long low, @ForAll @IntRange(max = TurnNumber.MAX_VALUE) int turn) {
    UUID id = ref(new UUID(high, low), turn, "any").id();
    assertThat(id.version()).isEqualTo(8);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getLeastSignificantBits() >>> 32 & 0x7FFF_FFFFL).isEqualTo(turn);
  }

  @Example
  void references_to_one_place_with_other_contents_are_not_equal() {
    UUID segment = new UUID(1, 2);
    StateRef one = ref(segment, 3, "one");
    StateRef other = ref(segment, 3, "other");
    assertThat(one).isNotEqualTo(other);
    assertThat(one.isInPlaceOf(other)).isTrue();
    assertThat(one.id()).isEqualTo(other.id());
    assertThat(one.isInPlaceOf(ref(segment, 4, "one"))).isFalse();
  }
}
