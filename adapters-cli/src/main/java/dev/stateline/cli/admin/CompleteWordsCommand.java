package dev.stateline.cli.admin;

import dev.stateline.application.checkpoint.CheckpointBook;
import dev.stateline.application.workspace.Pages;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.Session;
import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.ListedSimulation;
import dev.stateline.domain.spi.EngineProvider;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command that the script of {@code stateline completion} asks for words. */
@Command(
    name = "complete-words",
    hidden = true,
    header = "Print the words that can complete a word.",
    description = "%nFor the script that 'stateline completion' prints; a line each.",
    footer = "Example: stateline complete-words -- N@T first@")
final class CompleteWordsCommand implements Callable<Integer> {

  /** As many words as a person may look through. */
  private static final int MOST = 1000;

  private static final String HEAD = "head";

  @Parameters(index = "0", paramLabel = "KIND", description = "What the word stands for.")
  private String kind;

  @Parameters(index = "1", paramLabel = "WORD", description = "What is typed of it.")
  private String begun;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "N",
      description = "The simulation whose turn or checkpoint is meant.")
  private String simulation = "";

  private final Session session;

  CompleteWordsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (kind.equals(ExpectedWord.SCENARIO.symbol())) {
      print(session.door().engines().all().stream().map(EngineProvider::scenario));
    } else {
      try (Workspace workspace = session.openForDiagnosis()) {
        print(stored(workspace));
      }
    }
    return ExitCode.DONE;
  }

  private Stream<String> stored(Workspace workspace) {
    int at = begun.lastIndexOf('@');
    if (kind.equals(ExpectedWord.CHECKPOINT.symbol())) {
      return checkpoints(workspace, simulation);
    }
    if (kind.equals(ExpectedWord.PLACE.symbol())) {
      return Stream.concat(Stream.of(HEAD), checkpoints(workspace, simulation));
    }
    if (kind.equals(ExpectedWord.TURN.symbol()) && at >= 0) {
      String before = begun.substring(0, at + 1);
      return Stream.concat(Stream.of(HEAD), checkpoints(workspace, begun.substring(0, at)))
          .map(before::concat);
    }
    return all(Pages.<ListedSimulation>of(
            after ->
                workspace
                    .stateline()
                    .simulations()
                    .look(after.map(ListedSimulation::id), Pages.SIZE)))
        .map(ListedSimulation::name);
  }

  private static Stream<String> checkpoints(Workspace workspace, String reference) {
    CheckpointBook book = workspace.stateline().checkpoints();
    SimulationId id = workspace.stateline().simulations().findToRead(reference).id();
    return all(Pages.<Checkpoint>of(after -> book.list(id, after, Pages.SIZE)))
        .map(checkpoint -> checkpoint.name().value());
  }

  private static <T> Stream<T> all(Iterable<T> pages) {
    return StreamSupport.stream(pages.spliterator(), false);
  }

  private void print(Stream<String> words) {
    words.filter(word -> word.startsWith(begun)).limit(MOST).forEach(session.console()::println);
    session.console().flush();
  }
}
