package dev.stateline.bootstrap.configuration;

import dev.stateline.codec.yaml.YamlNode.Meaning;
import dev.stateline.codec.yaml.YamlNode.Scalar;
import dev.stateline.domain.naming.WholeNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/** A rule that values of a setting keep. A value that passes is kept as text. */
interface Rule {

  /** The allowed values, in words for people. */
  String allowed();

  /** The value that a scalar of a file stands for; empty if it is not allowed. */
  Optional<String> fromFile(Scalar scalar);

  /** The value that an environment variable's text stands for; empty if it is not allowed. */
  Optional<String> fromText(String text);

  Rule TRUTH =
      new Rule() {
        @Override
        public String allowed() {
          return "true or false";
        }

        @Override
        public Optional<String> fromFile(Scalar scalar) {
          return scalar.meaning() == Meaning.TRUTH ? Optional.of(scalar.text()) : Optional.empty();
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
        public Optional<String> fromFile(Scalar scalar) {
          return fromText(scalar.text());
        }

        @Override
        public Optional<String> fromText(String text) {
          return Optional.of(text).filter(t -> form.matcher(t).matches());
        }
      };

  static Rule within(WholeNumbers range) {
    return new Rule() {
      @Override
      public String allowed() {
        return range.toString();
      }

      @Override
      public Optional<String> fromFile(Scalar scalar) {
        return scalar.meaning() == Meaning.NUMBER ? fromText(scalar.text()) : Optional.empty();
      }

      @Override
      public Optional<String> fromText(String text) {
        return Optional.of(text).filter(t -> WholeNumber.of(t).stream().anyMatch(range::contains));
      }
    };
  }
}
