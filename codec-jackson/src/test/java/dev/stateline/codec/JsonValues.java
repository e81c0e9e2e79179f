package dev.stateline.codec;

import dev.stateline.domain.document.Document;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary JSON of any shape: few names and few scalars, so that two of them have much alike. */
final class JsonValues {

  private static final List<String> NAMES =
      List.of(
          "a",
          "b",
          "id",
          "name",
          "",
          "~",
          "/",
          "~1",
          "~0",
          "a/b",
          "-",
          "0",
          "01",
          "\u00e4\ud83d\ude00");
  private static final List<String> SCALARS =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "1",
          "-1",
          "0.1",
          "1e21",
          "5e-324",
          "9007199254740992",
          "100000000000000000000",
          "\"\"",
          "\"a\"",
          "\"1\"",
          "\"\\u0000\"",
          "\"\ud83d\ude00\"");

  private JsonValues() {}

  static Document document(String json) {
    return new JacksonDocumentTools().canonicalize(json.getBytes(StandardCharsets.UTF_8));
  }

  static Arbitrary<Document> documents() {
    return values(3).map(JsonValues::document);
  }

  private static Arbitrary<String> values(int depth) {
    Arbitrary<String> scalars = Arbitraries.of(SCALARS);
    if (depth == 0) {
      return scalars;
    }
    return Arbitraries.oneOf(
        scalars, arrays(values(depth - 1), 5), arrays(scalars, 12), objects(depth), keyed(depth));
  }

  private static Arbitrary<String> arrays(Arbitrary<String> elements, int size) {
    return elements.list().ofMaxSize(size).map(list -> "[" + String.join(",", list) + "]");
  }

  private static Arbitrary<String> objects(int depth) {
    return Arbitraries.maps(Arbitraries.of(NAMES), values(depth - 1))
        .ofMaxSize(5)
        .map(LinkedHashMap::new)
        .map(JsonValues::object);
  }

  /** Objects that mostly have ids of their own. */
  private static Arbitrary<String> keyed(int depth) {
    Arbitrary<String> element =
        Combinators.combine(Arbitraries.integers().between(0, 9), values(depth - 1))
            .as((id, value) -> "{\"id\":" + id + ",\"v\":" + value + "}");
    return element
        .list()
        .uniqueElements(text -> text.charAt(6))
        .ofMaxSize(8)
        .map(list -> "[" + String.join(",", list) + "]");
  }

  private static String object(Map<String, String> members) {
    StringBuilder json = new StringBuilder("{");
    members.forEach(
        (name, value) ->
            json.append(json.length() == 1 ? "" : ",")
                .append('"')
                .append(name)
                .append("\":")
                .append(value));
    return json.append('}').toString();
  }
}
