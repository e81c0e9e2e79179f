package dev.stateline.bootstrap.documentation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A fresh folder in which the commands of one page are run by one shell, as a person at the root of
 * the repository would type them. The caller closes it, which ends all that runs in it.
 */
final class PageFolder implements AutoCloseable {

  private static final List<String> PROGRAMS =
      List.of("stateline", "sqlite3", "psql", "createdb", "createuser");

  // It stands still while it is looked at, so that it comes as far on a busy machine as on an idle
  // one.
  private static final String LET_RUN_UNTIL =
      "kill -STOP %%+; until %s || ! kill -CONT %%+; do sleep 0.3; kill -STOP %%+; done"
          + " < /dev/null > /dev/null 2>&1";

  // In the background it must not come to its end before the page does. It never stands still for
  // long, because it may hold what the next command waits for.
  private static final String SLOW_DOWN =
      "job=$(jobs -p %+); (while kill -CONT $job && sleep 0.02 && kill -STOP $job; do sleep 0.2; done)"
          + " > /dev/null 2>&1 & disown $!";

  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final Path folder;
  private final Path calls;
  private final String shownPort;
  private final String actualPort;
  private final Process shell;
  private final BufferedReader answers;
  private int commands;

  /**
   * @param server the process that answers, whose working directory the folder is
   * @param root that of the repository, whose docs the commands may name
   * @param shownPort what the page calls the port of the PostgreSQL server, or nothing
   * @param actualPort that port
   */
  PageFolder(CommandProcess server, Path root, String shownPort, String actualPort)
      throws IOException {
    this.folder = server.folder();
    this.calls = Files.createTempDirectory(server.calls(), "page-");
    this.shownPort = shownPort;
    this.actualPort = actualPort;
    Files.createSymbolicLink(this.folder.resolve("docs"), root.resolve("docs"));
    Path bin = Files.createDirectory(calls.resolve("bin"));
    for (String program : PROGRAMS) {
      standIn(bin.resolve(program));
    }
    standIn(this.folder.resolve("stateline"));
    this.shell = startShell(bin, server.port());
    this.answers = shell.inputReader();
    // Each background job is a group of its own, which signals reach as they do in a terminal.
    tell("set -m");
  }

  private static void standIn(Path file) throws IOException {
    try (InputStream script = PageFolder.class.getResourceAsStream("stand-in.sh")) {
      Files.copy(script, file);
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Process startShell(Path bin, String port) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("bash", "--noprofile", "--norc");
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("STATELINE_"));
    environment.put("HOME", folder.toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("PATH", bin + ":" + environment.get("PATH"));
    environment.put("PAGE_JAVA", JAVA);
    environment.put("PAGE_CLASS_PATH", System.getProperty("java.class.path"));
    environment.put("PAGE_CALLS", calls.toString());
    environment.put("PAGE_PORT", port);
    builder.redirectError(calls.resolve("shell.err").toFile());
    return builder.directory(folder.toFile()).start();
  }

  /** Writes a file that the page shows; false if there is one already. */
  boolean provide(String name, List<String> lines) throws IOException {
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      return false;
    }
    Files.writeString(file, withActualPort(String.join("\n", lines) + "\n"));
    return true;
  }

  /** What came of a command. */
  record Result(int exitCode, List<String> output) {}

  Result run(Command command) throws IOException {
    Path script = calls.resolve(++commands + ".sh");
    Path input = Files.writeString(calls.resolve(commands + ".in"), command.input());
    if (command.runsApart()) {
      return runApart(command, script, input);
    }
    Files.writeString(script, withActualPort(command.text()) + "\n");
    Path output = calls.resolve(commands + ".out");
    int code = tell(". " + script + " > " + output + " 2>&1 < " + input);
    if (command.text().startsWith("kill ")) {
      tell("{ wait -f $(jobs -p); } 2> /dev/null");
    }
    return result(code, Files.readAllLines(output));
  }

  /** As a process of its own, of which is read what it is to print before it is left or stopped. */
  private Result runApart(Command command, Path script, Path input) throws IOException {
    Path output = calls.resolve(commands + ".out");
    String text = command.text().replaceFirst(" *&$", "");
    Files.writeString(script, "PAGE_OWN_PROCESS=yes " + withActualPort(text) + " &\n");
    tell("mkfifo " + output);
    say(". " + script + " > " + output + " 2>&1 < " + input);
    BufferedReader lines = Files.newBufferedReader(output);
    int code = answer();
    int before =
        command.isInterrupted()
            ? command.output().indexOf(Command.CTRL_C)
            // One that the reader does not see has begun when it says so.
            : Math.max(1, command.expected().size());
    List<String> printed = new ArrayList<>();
    for (int i = 0; i < before; i++) {
      String line = lines.readLine();
      if (line == null) {
        break;
      }
      printed.add(line);
    }
    if (!command.until().isEmpty()) {
      tell(LET_RUN_UNTIL.formatted(command.until()));
    }
    if (command.isInterrupted()) {
      // It means the same as Ctrl-C, and is heard where a build in the background ignores that.
      tell("kill -TERM %+; kill -CONT %+");
      code = tell("wait -f %+");
      lines.lines().forEach(printed::add);
    } else if (!command.until().isEmpty()) {
      tell(SLOW_DOWN);
    }
    return result(code, printed);
  }

  private Result result(int code, List<String> lines) {
    return new Result(code, lines.stream().map(this::withShownPort).toList());
  }

  private int tell(String line) throws IOException {
    say(line);
    return answer();
  }

  private void say(String line) throws IOException {
    shell.outputWriter().write(line + "\necho $?\n");
    shell.outputWriter().flush();
  }

  private int answer() throws IOException {
    String code = answers.readLine();
    if (code == null) {
      throw new IOException("the shell ended: " + Files.readString(calls.resolve("shell.err")));
    }
    return Integer.parseInt(code);
  }

  private String withActualPort(String text) {
    if (shownPort.isEmpty()) {
      return text;
    }
    String given = text.replaceAll("(port: |--port=|_PORT=)" + shownPort, "$1" + actualPort);
    return given.contains("port: ")
        ? given
        : given.replaceAll("host: [^,]+,", "$0 port: " + actualPort + ",");
  }

  private String withShownPort(String line) {
    return shownPort.isEmpty()
        ? line.stripTrailing()
        : line.replaceAll("(?<=[:=]|: )" + actualPort + "(?![0-9])", shownPort).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    List<ProcessHandle> jobs = shell.descendants().toList();
    jobs.forEach(ProcessHandle::destroyForcibly);
    shell.destroyForcibly();
    jobs.forEach(job -> job.onExit().join());
    shell.onExit().join();
    answers.close();
    empty();
  }

  private void empty() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).filter(file -> !file.equals(folder)).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
