package dev.stateline.bootstrap.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a setting's value may be. A value that passes is kept as text. */
interface Rule {

  /** What is allowed, for people. */
  String allowed();

  /** The value of a file's scalar; empty if it is not allowed. */
  Optional<String> fromFile(JsonNode scalar);

  /** The value of an environment variable; empty if it is not allowed. */
  Optional<String> fromText(String text);

  Rule TRUTH =
      new Rule() {
        @Override
        public String allowed() {
          return "true or false";
        }

        @Override
        public Optional<String> fromFile(JsonNode scalar) {
          return scalar.isBoolean() ? Optional.of(scalar.asText()) : Optional.empty();
        }

        @Override
        public Optional<String> fromText(String text) {
          return Optional.of(text).filter(t -> t.equals("true") || t.equals("false"));
        }
      };

  Rule WORD =
      new Rule() {
        private final Pattern form = Pattern.compile("[a-z0-9-]{1,50}");

        @Override
        public String allowed() {
          return "lower-case letters, digits and hyphens";
        }

        @Override
        public Optional<String> fromFile(JsonNode scalar) {
          return scalar.isTextual() ? fromText(scalar.asText()) : Optional.empty();
        }

        @Override
        public Optional<String> fromText(String text) {
          return Optional.of(text).filter(t -> form.matcher(t).matches());
        }
      };

  static Rule within(WholeNumbers range) {
    Pattern digits = Pattern.compile("[0-9]{1,9}");
    return new Rule() {
      @Override
      public String allowed() {
        return range.toString();
      }

      @Override
      public Optional<String> fromFile(JsonNode scalar) {
        return scalar.isIntegralNumber() ? fromText(scalar.asText()) : Optional.empty();
      }

      @Override
      public Optional<String> fromText(String text) {
        return Optional.of(text)
            .filter(t -> digits.matcher(t).matches() && range.contains(Long.parseLong(t)))
            .map(t -> Integer.toString(Integer.parseInt(t)));
      }
    };
  }
}
