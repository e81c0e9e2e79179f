package dev.stateline.cli.branch;

import dev.stateline.cli.session.UsageException;
import dev.stateline.cli.terminal.Console;
import dev.stateline.cli.terminal.InputFile;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.turn.Intervention;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of an intervention: {@code --patch}, {@code --author} and {@code --reason}. */
final class PatchOption {

  private static final int LARGEST = 64 * 1024 * 1024;

  @Option(
      names = "--patch",
      paramLabel = "FILE",
      description =
          "A JSON Patch (RFC 6902) that changes the state of turn T; - is the standard input."
              + " Needs --reason.")
  private Optional<String> patch;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = "Who changes the state; the user of this system by default.")
  private Optional<String> author;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept with the fork.")
  private Optional<String> reason;

  Optional<String> reason() {
    return reason;
  }

  /**
   * @throws UsageException if an option lacks another that it needs
   * @throws InvalidInputException if the patch cannot be read
   */
  Optional<Intervention> intervention(Console console, DocumentTools documents) {
    if (patch.isEmpty()) {
      if (author.isPresent()) {
        throw new UsageException("--author says who changes a state: give --patch with it");
      }
      return Optional.empty();
    }
    String why =
        reason.orElseThrow(
            () -> new UsageException("--patch needs --reason: why is the state changed?"));
    String who = author.orElseGet(() -> System.getProperty("user.name"));
    return Optional.of(new Intervention(who, why, patch(patch.get(), console, documents)));
  }

  private static Document patch(String source, Console console, DocumentTools documents) {
    byte[] json =
        source.equals("-") ? input(console) : InputFile.read(InputFile.path(source), LARGEST);
    try {
      return documents.canonicalize(json);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          e.code(), "patch '" + source + "' is no JSON: " + e.getMessage(), e);
    }
  }

  private static byte[] input(Console console) {
    byte[] json = console.read(LARGEST + 1);
    if (json.length > LARGEST) {
      throw new InvalidInputException(
          "the patch has more than " + LARGEST + " bytes; make several forks");
    }
    return json;
  }
}
