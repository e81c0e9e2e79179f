package dev.stateline.cli.session;

import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command that is read only where it is wanted: to read the options of all commands takes longer
 * than most commands take in all.
 *
 * @param type the class of the command, with its name and its header
 * @param command makes it
 */
public record LazyCommand(Class<?> type, Supplier<Object> command) {

  public String name() {
    return annotation().name();
  }

  /** What stands for it in a list of commands, and takes no options. */
  public CommandSpec entry() {
    CommandSpec entry = CommandSpec.create().name(name());
    entry.usageMessage().header(annotation().header()).hidden(annotation().hidden());
    return entry;
  }

  /** The whole command. */
  public Object whole() {
    return command.get();
  }

  private Command annotation() {
    return type.getAnnotation(Command.class);
  }
}
