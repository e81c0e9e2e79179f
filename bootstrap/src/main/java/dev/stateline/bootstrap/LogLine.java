package dev.stateline.bootstrap;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import dev.stateline.cli.terminal.PrintableText;

/** A line of the log: time, level, who and what; never a character that a terminal obeys. */
final class LogLine extends LayoutBase<ILoggingEvent> {

  @Override
  public String doLayout(ILoggingEvent event) {
    String line =
        event.getInstant()
            + " "
            + event.getLevel()
            + " "
            + event.getLoggerName()
            + " - "
            + PrintableText.of(event.getFormattedMessage())
            + "\n";
    // Whoever asked for details gets stack traces too; nobody else.
    return event.getThrowableProxy() == null || !Logging.isDetailed()
        ? line
        : line + ThrowableProxyUtil.asString(event.getThrowableProxy());
  }
}
