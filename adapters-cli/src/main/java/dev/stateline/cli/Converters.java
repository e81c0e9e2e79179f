package dev.stateline.cli;

import dev.stateline.application.history.TurnReference;
import dev.stateline.cli.branch.Rng;
import dev.stateline.cli.output.MetricFormat;
import dev.stateline.cli.output.OutputFormat;
import dev.stateline.cli.session.PlaceOption;
import dev.stateline.cli.session.RemedyWords;
import dev.stateline.cli.terminal.InputFile;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.naming.WholeNumber;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Receipt;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Turns the words of a command line into the domain's values. */
final class Converters {

  private Converters() {}

  static void register(CommandLine command) {
    command.registerConverter(Path.class, checked(InputFile::path));
    command.registerConverter(SimulationName.class, checked(SimulationName::new));
    command.registerConverter(CheckpointName.class, checked(CheckpointName::new));
    command.registerConverter(TurnReference.class, checked(TurnReference::parse));
    command.registerConverter(PlaceOption.class, checked(PlaceOption::parse));
    command.registerConverter(Rng.class, checked(Rng::parse));
    command.registerConverter(Receipt.class, checked(Receipt::parse));
    command.registerConverter(TurnNumber.class, checked(Converters::turn));
    command.registerConverter(
        OutputFormat.class, checked(text -> format(OutputFormat.values(), text)));
    command.registerConverter(
        MetricFormat.class, checked(text -> format(MetricFormat.values(), text)));
    command.registerConverter(Long.class, checked(Converters::seed));
    command.registerConverter(Integer.class, checked(Converters::count));
  }

  private static <T> ITypeConverter<T> checked(Function<String, T> conversion) {
    return new Checked<>(conversion);
  }

  // A class and no lambda: a class archive leaves out what is old and is linked for a lambda.
  private record Checked<T>(Function<String, T> conversion) implements ITypeConverter<T> {

    @Override
    public T convert(String text) {
      try {
        return conversion.apply(text);
      } catch (InvalidInputException e) {
        throw new TypeConversionException(RemedyWords.message(e));
      }
    }
  }

  private static TurnNumber turn(String text) {
    return new TurnNumber(
        (int)
            number(
                text,
                0,
                TurnNumber.MAX_VALUE,
                "a turn is a number from 0 to " + TurnNumber.MAX_VALUE + ", not '" + text + "'"));
  }

  private static <F> F format(F[] formats, String text) {
    return Arrays.stream(formats)
        .filter(format -> format.toString().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "a format is one of "
                        + Arrays.stream(formats)
                            .map(Object::toString)
                            .collect(Collectors.joining(", "))
                        + ", not '"
                        + text
                        + "'"));
  }

  private static Long seed(String text) {
    return number(
        text,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        "a seed is a whole number from "
            + Long.MIN_VALUE
            + " to "
            + Long.MAX_VALUE
            + ", not '"
            + text
            + "'");
  }

  private static Integer count(String text) {
    return (int)
        number(
            text,
            1,
            Integer.MAX_VALUE,
            "a whole number from 1 to " + Integer.MAX_VALUE + " is wanted, not '" + text + "'");
  }

  private static long number(String text, long least, long most, String problem) {
    return WholeNumber.of(text).stream()
        .filter(number -> number >= least && number <= most)
        .findFirst()
        .orElseThrow(() -> new InvalidInputException(problem));
  }
}
