package dev.stateline.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.codec.internal.text.EcmaScriptNumber;
import dev.stateline.domain.document.Document;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc8785VectorsTest {

  record Measured(double value) {}

  private final JacksonDocumentTools tools = new JacksonDocumentTools();

  @ParameterizedTest
  @ValueSource(strings = {"arrays", "french", "structures", "unicode", "values", "weird"})
  void every_published_text_becomes_its_published_canonical_form(String name) throws IOException {
    Document document = tools.canonicalize(resource("input/" + name + ".json"));

    assertThat(document.text())
        .isEqualTo(
            new String(resource("output/" + name + ".json"), StandardCharsets.UTF_8)
                .stripTrailing());
    assertThat(tools.canonicalize(document.bytes())).isEqualTo(document);
  }

  @Test
  void every_published_number_is_written_as_published() throws IOException {
    JacksonStateCodec<Measured> codec = JacksonStateCodec.of(Measured.class);
    List<String> wrong = new ArrayList<>();
    for (String line : numbers()) {
      String expected = line.substring(line.indexOf(',') + 1);
      if (!codec.encode(new Measured(value(line))).text().equals("{\"value\":" + expected + "}")) {
        wrong.add(line);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_published_number_is_read_as_the_same_bits() throws IOException {
    JacksonStateCodec<Measured> codec = JacksonStateCodec.of(Measured.class);
    List<String> wrong = new ArrayList<>();
    for (String line : numbers()) {
      String text = "{\"value\":" + line.substring(line.indexOf(',') + 1) + "}";
      Document document = tools.canonicalize(text.getBytes(StandardCharsets.UTF_8));
      double read = codec.decode(document).value();
      // Minus zero is written as 0.
      if (!document.text().equals(text)
          || Double.doubleToLongBits(read) != Double.doubleToLongBits(value(line) + 0.0)) {
        wrong.add(line);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void the_smallest_doubles_have_the_shortest_text_that_is_nearest() {
    for (long bits = 1; bits <= 3000; bits++) {
      double value = Double.longBitsToDouble(bits);
      String text = EcmaScriptNumber.text(value);

      assertThat(Double.parseDouble(text)).isEqualTo(value);
      assertThat(new BigDecimal(text)).isEqualByComparingTo(shortest(value));
    }
  }

  /** By trying one digit more until the text means the same double. */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; ; digits++) {
      BigDecimal rounded = exact.round(new java.math.MathContext(digits));
      if (rounded.doubleValue() == value) {
        return rounded;
      }
    }
  }

  private static double value(String line) {
    return Double.longBitsToDouble(
        Long.parseUnsignedLong(line.substring(0, line.indexOf(',')), 16));
  }

  private static List<String> numbers() throws IOException {
    List<String> lines =
        new String(resource("numbers-10k.csv"), StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(10_000);
    return lines;
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Rfc8785VectorsTest.class.getResourceAsStream("/rfc8785/" + name)) {
      return in.readAllBytes();
    }
  }
}
