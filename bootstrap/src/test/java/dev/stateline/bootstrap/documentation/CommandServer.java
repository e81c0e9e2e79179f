package dev.stateline.bootstrap.documentation;

import dev.stateline.bootstrap.ProgramInProcess;
import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The process that carries out the commands of the pages, each in the page's folder: the program,
 * which would take a second to start each time, and the clients of databases, which are not on
 * every machine. It is asked through {@code stand-in.sh}, and ends with its standard input.
 */
final class CommandServer {

  // No exit code of the program.
  private static final int FAILED = 70;

  private CommandServer() {}

  public static void main(String[] args) throws IOException {
    System.setProperty("guice_bytecode_gen_option", "DISABLED");
    try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      System.out.println(door.getLocalPort());
      // What a library prints is no output of a command.
      System.setOut(new PrintStream(OutputStream.nullOutputStream()));
      Thread end = new Thread(CommandServer::endWithTheInput, "end");
      end.setDaemon(true);
      end.start();
      while (true) {
        serve(door);
      }
    }
  }

  private static void endWithTheInput() {
    try {
      System.in.read();
    } catch (IOException e) {
      // What cannot be read any more has ended, too.
    }
    System.exit(0);
  }

  private static void serve(ServerSocket door) throws IOException {
    try (Socket caller = door.accept();
        BufferedReader request =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
      Path call = Path.of(request.readLine());
      int code = answer(call);
      caller.getOutputStream().write((code + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private static int answer(Path call) throws IOException {
    List<String> words = texts(call.resolve("words"));
    boolean together = Files.exists(call.resolve("together"));
    try (InputStream in = Files.newInputStream(call.resolve("in"));
        OutputStream out = new FileOutputStream(call.resolve("out").toFile(), true);
        OutputStream err =
            new FileOutputStream(call.resolve(together ? "out" : "err").toFile(), true)) {
      try {
        return carryOut(words, environment(call), in, out, err);
      } catch (IOException | RuntimeException e) {
        // The test of the page shows it as what the command printed.
        e.printStackTrace(new PrintStream(err, true));
        return FAILED;
      }
    }
  }

  private static int carryOut(
      List<String> words,
      Map<String, String> environment,
      InputStream in,
      OutputStream out,
      OutputStream err)
      throws IOException {
    List<String> rest = words.subList(1, words.size());
    return words.get(0).equals("stateline")
        ? ProgramInProcess.run(environment, rest, in, out, err)
        : DatabaseClient.run(words.get(0), rest, in, new PrintStream(out, true), err);
  }

  private static Map<String, String> environment(Path call) throws IOException {
    Map<String, String> environment = new HashMap<>();
    for (String variable : texts(call.resolve("environment"))) {
      int equals = variable.indexOf('=');
      environment.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    return environment;
  }

  private static List<String> texts(Path file) throws IOException {
    String all = Files.readString(file);
    return all.isEmpty() ? List.of() : List.of(all.substring(0, all.length() - 1).split("\0", -1));
  }
}
