package dev.stateline.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JacksonStateCodecTest {

  enum Stance {
    WAR,
    PEACE
  }

  record Nation(String name, double gdp, int population, Map<String, Double> prices) {
    boolean isRich() {
      return gdp > 1;
    }

    double getTotal() {
      return gdp * population;
    }
  }

  record World(Map<String, Nation> nations, List<Long> counters) {}

  record Rare(
      Optional<String> note,
      OptionalInt count,
      Instant at,
      LocalDate day,
      Duration length,
      OffsetDateTime zoned,
      Map<Stance, Integer> stances,
      Map<Integer, String> byNumber,
      Set<String> tags,
      char letter,
      byte[] data,
      BigDecimal price,
      BigInteger big,
      float ratio) {}

  @JsonPropertyOrder({"z", "a"})
  record Renamed(@JsonProperty("z") int first, @JsonProperty("\u20ac\"") int second, int a) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Trade.class, name = "trade"),
    @JsonSubTypes.Type(value = Pass.class, name = "pass")
  })
  sealed interface Move permits Trade, Pass {}

  record Trade(String with, int amount) implements Move {}

  record Pass() implements Move {}

  record Moves(List<Move> moves) {}

  record Raw(@JsonRawValue String raw) {}

  record Guarded(int share) {
    Guarded {
      if (share > 100) {
        throw new IllegalArgumentException("a share is at most 100");
      }
    }
  }

  private final JacksonStateCodec<World> worlds = JacksonStateCodec.of(World.class);

  @Test
  void a_record_is_written_as_its_components_in_canonical_order() {
    World world =
        new World(
            Map.of(
                "b",
                new Nation("B", 1.5, 3, Map.of()),
                "a",
                new Nation("\u00c4", 2, 4, Map.of("x", 1e21))),
            List.of(1L << 53, -7L));

    Document document = worlds.encode(world);

    assertThat(document.text())
        .isEqualTo(
            "{\"counters\":[9007199254740992,-7],\"nations\":{"
                + "\"a\":{\"gdp\":2,\"name\":\"\u00c4\",\"population\":4,\"prices\":{\"x\":1e+21}},"
                + "\"b\":{\"gdp\":1.5,\"name\":\"B\",\"population\":3,\"prices\":{}}}}");
    assertThat(worlds.decode(document)).isEqualTo(world);
  }

  @Test
  void the_types_of_the_jdk_are_plain_values() {
    JacksonStateCodec<Rare> codec = JacksonStateCodec.of(Rare.class);
    Rare rare =
        new Rare(
            Optional.of("n"),
            OptionalInt.empty(),
            Instant.parse("2026-01-02T03:04:05.678Z"),
            LocalDate.of(2026, 1, 2),
            Duration.ofMinutes(90),
            OffsetDateTime.parse("2026-01-02T03:04:05+02:00"),
            Map.of(Stance.WAR, 1, Stance.PEACE, 2),
            Map.of(9, "nine", 10, "ten"),
            Set.of("c", "a", "b"),
            'x',
            new byte[] {1, 2, 3},
            new BigDecimal("0.1"),
            new BigInteger("100000000000000000000"),
            0.1f);

    Document document = codec.encode(rare);

    assertThat(document.text())
        .isEqualTo(
            "{\"at\":\"2026-01-02T03:04:05.678Z\",\"big\":100000000000000000000,"
                + "\"byNumber\":{\"10\":\"ten\",\"9\":\"nine\"},\"count\":null,\"data\":\"AQID\","
                + "\"day\":\"2026-01-02\",\"length\":\"PT1H30M\",\"letter\":\"x\",\"note\":\"n\","
                + "\"price\":0.1,\"ratio\":0.1,\"stances\":{\"PEACE\":2,\"WAR\":1},"
                + "\"tags\":[\"a\",\"b\",\"c\"],\"zoned\":\"2026-01-02T03:04:05+02:00\"}");
    assertThat(codec.decode(document)).usingRecursiveComparison().isEqualTo(rare);
  }

  @Test
  void names_given_by_annotations_are_put_in_order() {
    JacksonStateCodec<Renamed> codec = JacksonStateCodec.of(Renamed.class);
    Document document = codec.encode(new Renamed(1, 2, 3));

    assertThat(document.text()).isEqualTo("{\"a\":3,\"z\":1,\"\u20ac\\\"\":2}");
    assertThat(codec.decode(document)).isEqualTo(new Renamed(1, 2, 3));
  }

  @Test
  void variants_carry_the_names_that_their_annotations_give() {
    JacksonStateCodec<Moves> codec = JacksonStateCodec.of(Moves.class);
    Moves moves = new Moves(List.of(new Trade("b", 2), new Pass()));
    Document document = codec.encode(moves);

    assertThat(document.text())
        .isEqualTo(
            "{\"moves\":[{\"amount\":2,\"kind\":\"trade\",\"with\":\"b\"},{\"kind\":\"pass\"}]}");
    assertThat(codec.decode(document)).isEqualTo(moves);
  }

  record Tagged(Set<String> tags) {}

  @Test
  void equal_sets_are_equal_documents() {
    JacksonStateCodec<Tagged> codec = JacksonStateCodec.of(Tagged.class);
    List<String> order = List.of("z", "b", "\u00e4", "a,b", "aa");

    Document document = codec.encode(new Tagged(new LinkedHashSet<>(order)));

    assertThat(document.text()).isEqualTo("{\"tags\":[\"a,b\",\"aa\",\"b\",\"z\",\"\u00e4\"]}");
    assertThat(codec.encode(new Tagged(new HashSet<>(order)))).isEqualTo(document);
    assertThat(codec.encode(codec.decode(document))).isEqualTo(document);
    assertThat(codec.encode(new Tagged(new TreeSet<>(order).descendingSet())).text())
        .isEqualTo("{\"tags\":[\"\u00e4\",\"z\",\"b\",\"aa\",\"a,b\"]}");
  }

  @ParameterizedTest
  @ValueSource(longs = {(1L << 53) + 1, 1L << 60, Long.MAX_VALUE, Long.MIN_VALUE})
  void a_long_that_would_not_come_back_is_refused_at_its_place(long value) {
    assertThatThrownBy(() -> worlds.encode(new World(Map.of(), List.of(1L, value))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the number " + value + " would become ")
        .hasMessageContaining("at /counters/1; put it in a string");
  }

  @Test
  void a_wide_long_that_is_a_double_comes_back() {
    World world = new World(Map.of(), List.of(9007199254740994L, 1_000_000_000_000_000_000L));

    assertThat(worlds.decode(worlds.encode(world))).isEqualTo(world);
  }

  @Test
  void what_json_cannot_say_is_refused_at_its_place() {
    assertNotEncoded(nation("n", Double.NaN), "NaN is not a JSON number, at /nations/a~1b/gdp");
    assertNotEncoded(nation("n", Double.POSITIVE_INFINITY), "Infinity is not a JSON number, at ");
    assertNotEncoded(nation("n\ud83d", 1), "(U+D83D) is not a character, at /nations/a~1b/name");
    assertNotEncoded(
        new World(Map.of("\udc00", new Nation("n", 1, 1, Map.of())), List.of()),
        "(U+DC00) is not a character, at /nations/\\udc00");
  }

  @Test
  void a_decimal_that_a_double_does_not_keep_is_refused() {
    record Price(BigDecimal amount) {}
    JacksonStateCodec<Price> codec = JacksonStateCodec.of(Price.class);

    assertThatThrownBy(() -> codec.encode(new Price(new BigDecimal("0.10000000000000000001"))))
        .hasMessageContaining("would become 0.1 as a double, at /amount; put it in a string");
    assertThatThrownBy(() -> codec.encode(new Price(new BigDecimal("1e999"))))
        .hasMessageContaining("beyond the range of a double, at /amount");
  }

  @Test
  void a_key_that_is_null_is_refused_with_the_place_of_its_map() {
    record Town(Map<String, Integer> stores) {}
    Map<String, Integer> stores = new HashMap<>();
    stores.put(null, 1);
    assertThatThrownBy(() -> JacksonStateCodec.of(Town.class).encode(new Town(stores)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Town has no JSON form, at /stores")
        .hasMessageContaining("a key of the map is null, and every member has a name")
        .hasMessageNotContaining("NullKeySerializer");
  }

  @Test
  void a_value_without_a_json_form_is_refused() {
    record Odd(Object thing) {}
    assertThatThrownBy(() -> JacksonStateCodec.of(Odd.class).encode(new Odd(new Object())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Odd has no JSON form, at /thing");
    assertThatThrownBy(() -> JacksonStateCodec.of(Raw.class).encode(new Raw("{}")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("raw JSON text cannot be checked, at /raw");
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  interface ByClass {}

  record Classy(int x) implements ByClass {}

  @Test
  void class_names_are_kept_out_of_the_data() {
    record Holder(ByClass value) {}
    JacksonStateCodec<Holder> codec = JacksonStateCodec.of(Holder.class);

    assertThatThrownBy(() -> codec.encode(new Holder(new Classy(1))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("use JsonTypeInfo.Id.NAME");
    assertThatThrownBy(
            () ->
                codec.decode(Document.ofTrusted("{\"value\":{}}".getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("use JsonTypeInfo.Id.NAME");
  }

  @Test
  void a_value_that_holds_itself_is_refused() {
    record Chain(List<Object> links) {}
    List<Object> links = new java.util.ArrayList<>();
    links.add(links);
    assertThatThrownBy(() -> JacksonStateCodec.of(Chain.class).encode(new Chain(links)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("nests deeper than 500 levels");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"counters\":[],\"nations\":{},\"x\":1} | /x | there are [counters, nations]",
        "{\"counters\":[]} | /nations | it is missing",
        "{\"counters\":[1.5],\"nations\":{}} | /counters/0 | 1.5 stands where a whole number (Long) belongs",
        "{\"counters\":[\"1\"],\"nations\":{}} | /counters/0 | the text \"1\" stands where a whole number (Long)",
        "{\"counters\":[9223372036854775808],\"nations\":{}} | /counters/0 | 9223372036854775808 stands where a whole number (long)",
        "{\"counters\":{},\"nations\":{}} | /counters | an object stands where a list belongs",
        "{\"counters\":[],\"nations\":{\"a\":{\"gdp\":null,\"name\":\"n\",\"population\":1,\"prices\":{}}}}"
            + " | /nations/a/gdp | null stands where a number belongs",
        "{\"counters\":[],\"nations\":{\"a\":{\"gdp\":1,\"name\":2,\"population\":1,\"prices\":{}}}}"
            + " | /nations/a/name | 2 stands where a text belongs",
        "{\"counters\":[],\"counters\":[],\"nations\":{}} | line 1, column | a name stands twice",
        "{\"counters\":[],\"nations\":{}} 1 | | there is more text after the value",
        "[] | the root | a list stands where an object (World) belongs",
        "null | the root | null",
        "{\"counters\":[ | | ",
      })
  void a_document_that_does_not_fit_is_refused_at_its_place(
      String json, String place, String reason) {
    Document document = Document.ofTrusted(json.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> worlds.decode(document))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the document does not fit World, at " + (place == null ? "" : place))
        .hasMessageContaining(reason == null ? "" : reason)
        .message()
        .doesNotContain("FAIL_ON", "Feature", "token", "oerc", "reator", "java.", "dev.", "Cannot");
  }

  record Every(
      boolean b, char c, Stance e, Instant at, byte[] data, Map<Integer, String> m, int[] arr) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"b\":1} | /b: 1 stands where true or false belongs",
        "{\"c\":[]} | /c: a list stands where a text of one character belongs",
        "{\"e\":\"war\"} | /e: the text \"war\" stands where one of WAR, PEACE belongs",
        "{\"at\":{}} | /at: an object stands where a text in the form of ISO 8601 (Instant) belongs",
        "{\"at\":\"noon\"} | /at: the text \"noon\" stands where a text in the form of ISO 8601",
        "{\"data\":true} | /data: true stands where a text in Base64 belongs",
        "{\"m\":{\"x\":\"y\"}} | /m: the name \"x\" stands where a whole number (Integer) is a name",
        "{\"arr\":\"x\"} | /arr: the text \"x\" stands where a list belongs",
      })
  void what_is_found_and_what_belongs_there_is_told_in_the_words_of_documents(
      String json, String message) {
    Document document = Document.ofCanonical(json.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> JacksonStateCodec.of(Every.class).decode(document))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the document does not fit Every, at " + message);
  }

  @Test
  void a_variant_that_is_not_named_or_not_there_is_told_as_such() {
    JacksonStateCodec<Moves> codec = JacksonStateCodec.of(Moves.class);
    Document unnamed = Document.ofCanonical("{\"moves\":[{}]}".getBytes(StandardCharsets.UTF_8));
    Document unknown =
        Document.ofCanonical("{\"moves\":[{\"kind\":\"raid\"}]}".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> codec.decode(unnamed))
        .hasMessageContaining(
            "at /moves/0: the member \"kind\" is missing, which says what kind of Move it is");
    assertThatThrownBy(() -> codec.decode(unknown))
        .hasMessageContaining(
            "at /moves/0: there is no Move called \"raid\"; there are [pass, trade]");
  }

  @Test
  void the_rules_of_a_type_are_told_when_a_document_breaks_them() {
    Document document = Document.ofTrusted("{\"share\":101}".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> JacksonStateCodec.of(Guarded.class).decode(document))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a share is at most 100");
  }

  private static World nation(String name, double gdp) {
    return new World(Map.of("a/b", new Nation(name, gdp, 1, Map.of())), List.of());
  }

  private void assertNotEncoded(World world, String message) {
    assertThatThrownBy(() -> worlds.encode(world))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message)
        .extracting(e -> ((InvalidInputException) e).code())
        .isEqualTo(ErrorCode.INVALID_DOCUMENT);
  }

  record ByDouble(Map<Double, Integer> values) {}

  @Test
  void floating_point_keys_are_written_as_numbers_are_and_not_as_the_jdk_prints_them() {
    JacksonStateCodec<ByDouble> codec = JacksonStateCodec.of(ByDouble.class);
    ByDouble value = new ByDouble(Map.of(2.0E23, 1, 1.0, 2));
    assertThat(codec.encode(value).text()).isEqualTo("{\"values\":{\"1\":2,\"2e+23\":1}}");
    assertThat(codec.decode(codec.encode(value))).isEqualTo(value);
  }
}
