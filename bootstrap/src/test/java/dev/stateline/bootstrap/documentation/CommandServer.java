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
 * The process that carries out the commands of one page in the page's folder: the program, which
 * would take a second to start each time, and the clients of databases, which are not on every
 * machine. It is asked through {@code stand-in.sh}, and ends with its standard input.
 */
final class CommandServer {

  private CommandServer() {}

  public static void main(String[] args) throws IOException {
    System.setProperty("guice_bytecode_gen_option", "DISABLED");
    try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread serving = new Thread(() -> serve(door), "commands");
      serving.setDaemon(true);
      serving.start();
      System.out.println(door.getLocalPort());
      // What a library prints is no output of a command.
      System.setOut(new PrintStream(OutputStream.nullOutputStream()));
      System.in.read();
    }
  }

  private static void serve(ServerSocket door) {
    while (!door.isClosed()) {
      try (Socket caller = door.accept();
          BufferedReader request =
              new BufferedReader(
                  new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
        int code = answer(Path.of(request.readLine()));
        caller.getOutputStream().write((code + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        e.printStackTrace();
      }
    }
  }

  private static int answer(Path call) throws IOException {
    List<String> words = texts(call.resolve("words"));
    boolean together = Files.exists(call.resolve("together"));
    try (InputStream in = Files.newInputStream(call.resolve("in"));
        OutputStream out = new FileOutputStream(call.resolve("out").toFile(), true);
        OutputStream err =
            new FileOutputStream(call.resolve(together ? "out" : "err").toFile(), true)) {
      List<String> rest = words.subList(1, words.size());
      if (words.get(0).equals("stateline")) {
        return ProgramInProcess.run(environment(call), rest, in, out, err);
      }
      return DatabaseClient.run(words.get(0), rest, in, new PrintStream(out, true), err);
    }
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
