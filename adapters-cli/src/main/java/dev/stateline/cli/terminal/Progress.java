package dev.stateline.cli.terminal;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a long work is, with rate and time left, on a terminal only. */
public interface Progress extends AutoCloseable {

  /** A progress that shows nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void stepTo(long position) {}

        @Override
        public void close() {}
      };

  /** Shows a position. */
  void stepTo(long position);

  /** Ends the showing, and its line. */
  @Override
  void close();

  /**
   * Begins to show the progress of a task; shows nothing where there is no terminal, or while
   * another program has it.
   *
   * @param task its name, a short one
   * @param start where the work begins
   * @param end where it will be done
   */
  static Progress open(Console console, String task, long start, long end) {
    return console.facts().error() ? new Bar(console, task, start, end) : NONE;
  }

  /** A bar that draws itself anew on one line. */
  final class Bar implements Progress {

    private static final int LONGEST_TASK = 30;
    private static final int INTERVAL_MILLIS = 200;

    private final ProgressBar bar;

    private Bar(Console console, String task, long start, long end) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(PrintableText.of(task, LONGEST_TASK))
              .setStyle(ProgressBarStyle.ASCII)
              .setInitialMax(end)
              .setUnit(" turns", 1)
              .setUpdateIntervalMillis(INTERVAL_MILLIS)
              .setSpeedUnit(ChronoUnit.SECONDS)
              .showSpeed()
              .startsFrom(start, Duration.ZERO)
              .setConsumer(new Line(console))
              .build();
    }

    @Override
    public void stepTo(long position) {
      bar.stepTo(position);
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /** The line of the error stream that a bar is drawn on. */
  record Line(Console console) implements ProgressBarConsumer {

    private static final String UNKNOWN_RATE = "? turns/s";

    // One column stays free: some terminals wrap when the last one is written.
    @Override
    public int getMaxRenderedLength() {
      return console.facts().columns() - 1;
    }

    @Override
    public void accept(String rendered) {
      // Asked each time: a shell moves a program to the background and back while it runs.
      if (!console.drawsOnError()) {
        return;
      }
      String line = rendered.stripTrailing();
      boolean rateIsKnown = !line.endsWith(UNKNOWN_RATE);
      console
          .err()
          .print(
              "\r"
                  + (rateIsKnown
                      ? rendered
                      : line.substring(0, line.length() - UNKNOWN_RATE.length())));
      console.err().flush();
    }

    @Override
    public void close() {
      if (console.drawsOnError()) {
        console.err().println();
      }
    }
  }
}
