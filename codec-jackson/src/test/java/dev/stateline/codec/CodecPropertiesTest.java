package dev.stateline.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stateline.codec.internal.text.EcmaScriptNumber;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CodecPropertiesTest {

  record Leaf(String text, double real, long whole, boolean flag) {}

  record Tree(
      String zName,
      Map<String, Leaf> leaves,
      List<Map<String, Double>> rows,
      List<Leaf> list,
      Leaf nothing) {}

  private final ObjectMapper plain = new ObjectMapper();
  private final JacksonDocumentTools tools = new JacksonDocumentTools();
  private final JacksonStateCodec<Tree> codec = JacksonStateCodec.of(Tree.class);

  @Property(tries = 300)
  void a_typed_value_has_the_bytes_of_its_canonicalised_text(@ForAll("trees") Tree tree)
      throws JsonProcessingException {
    assertThat(codec.encode(tree).text())
        .isEqualTo(tools.canonicalize(plain.writeValueAsBytes(tree)).text());
  }

  @Property(tries = 300)
  void a_value_comes_back_from_its_document(@ForAll("trees") Tree tree) {
    assertThat(codec.decode(codec.encode(tree))).isEqualTo(tree);
  }

  @Property(tries = 200)
  void a_canonical_document_is_its_own_canonical_form(@ForAll("trees") Tree tree) {
    Document document = codec.encode(tree);

    assertThat(tools.canonicalize(document.bytes())).isEqualTo(document);
  }

  @Property(tries = 1000)
  void every_finite_double_is_read_back_from_its_text(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    if (Double.isFinite(value)) {
      assertThat(Double.parseDouble(EcmaScriptNumber.text(value))).isEqualTo(value + 0.0);
    } else {
      assertThat(Math.abs(value)).isNotEqualTo(Double.MAX_VALUE);
    }
  }

  @Property(tries = 2000)
  void the_gate_lets_the_text_of_every_double_in_and_no_other_text_of_it(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    String text = Double.isFinite(value) ? EcmaScriptNumber.text(value) : "0";

    assertThat(gated(text).text()).isEqualTo(text);
    String longer = String.format(Locale.ROOT, "%.20e", value).replace("e", "E");
    assertThatThrownBy(() -> gated(longer)).isInstanceOf(InvalidInputException.class);
  }

  @Property(tries = 300)
  void the_gate_lets_in_what_the_codec_writes(@ForAll("trees") Tree tree) {
    Document document = codec.encode(tree);

    assertThat(Document.ofCanonical(document.bytes())).isEqualTo(document);
  }

  private static Document gated(String text) {
    return Document.ofCanonical(text.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 200)
  void every_place_of_a_document_is_found_by_its_pointer(@ForAll("trees") Tree tree)
      throws IOException {
    Document document = codec.encode(tree);
    List<Place> places = new ArrayList<>();
    collect(JsonPointer.empty(), plain.readTree(document.bytes()), places);

    for (Place place : places) {
      Document expected = tools.canonicalize(plain.writeValueAsBytes(place.node()));
      assertThat(tools.select(document, place.pointer().toString())).contains(expected);
    }
  }

  record Place(JsonPointer pointer, JsonNode node) {}

  private static void collect(JsonPointer pointer, JsonNode node, List<Place> places) {
    places.add(new Place(pointer, node));
    node.properties()
        .forEach(e -> collect(pointer.appendProperty(e.getKey()), e.getValue(), places));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(pointer.appendIndex(i), node.get(i), places);
    }
  }

  @Provide
  Arbitrary<Tree> trees() {
    Arbitrary<Map<String, Leaf>> leaves =
        Arbitraries.maps(strings(), leaf()).ofMaxSize(6).map(HashMap::new);
    Arbitrary<List<Map<String, Double>>> rows =
        Arbitraries.maps(strings(), reals()).ofMaxSize(5).list().ofMaxSize(3);
    return Combinators.combine(
            strings(), leaves, rows, leaf().list().ofMaxSize(3), leaf().injectNull(0.5))
        .as(Tree::new);
  }

  private static Arbitrary<Leaf> leaf() {
    return Combinators.combine(strings(), reals(), longs(), Arbitraries.of(true, false))
        .as(Leaf::new);
  }

  private static Arbitrary<Double> reals() {
    Arbitrary<Double> any =
        Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
    Arbitrary<Double> decimals = Arbitraries.longs().between(-100_000, 100_000).map(i -> i / 100.0);
    // Minus zero is written as 0, and does not come back.
    return Arbitraries.oneOf(
            any, decimals, Arbitraries.of(1e21, 1e-7, 5e-324, 1.7976931348623157e308))
        .map(d -> d + 0.0);
  }

  private static Arbitrary<Long> longs() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(-(1L << 53), 1L << 53),
        Arbitraries.of(1L << 54, 100_000_000_000_000_000L));
  }

  private static Arbitrary<String> strings() {
    Arbitrary<Integer> points =
        Arbitraries.oneOf(
                Arbitraries.integers().between(0x20, 0x7E),
                Arbitraries.integers().between(0, 0x1F),
                Arbitraries.of(
                    (int) '"', (int) '\\', (int) '/', (int) '~', 0x7F, 0x2028, 0xFEFF, 0xFFFF),
                Arbitraries.integers().between(0x80, 0xFFFF),
                Arbitraries.integers().between(0x10000, 0x10FFFF))
            .filter(c -> c < 0xD800 || c > 0xDFFF);
    return points
        .list()
        .ofMaxSize(8)
        .map(
            list ->
                list.stream()
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
  }
}
