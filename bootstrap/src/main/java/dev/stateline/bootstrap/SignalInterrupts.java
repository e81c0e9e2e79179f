package dev.stateline.bootstrap;

import dev.stateline.cli.session.Interrupts;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Hears SIGINT, SIGTERM and SIGHUP through {@code sun.misc.Signal}. A shutdown hook would not do:
 * the process would end with the signal's exit code, whatever the program says, and a second Ctrl-C
 * would be lost while an engine takes its time over a turn. The class is part of the supported
 * module {@code jdk.unsupported}; it is called by reflection because the compiler warns of it in a
 * way that cannot be switched off. Where it is missing, signals keep their usual effect, which is
 * safe too: a turn is wholly stored or absent.
 */
final class SignalInterrupts implements Interrupts {

  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");
  private static final int INTERRUPTED = 130;

  @Override
  public Registration onInterrupt(Runnable action, Runnable lastWords) {
    AtomicBoolean heard = new AtomicBoolean();
    Runnable handler =
        () -> {
          if (heard.getAndSet(true)) {
            endAfter(lastWords);
          }
          action.run();
        };
    Map<String, Object> before = new LinkedHashMap<>();
    for (String signal : SIGNALS) {
      install(signal, handler, before);
    }
    return () -> {
      before.forEach(SignalInterrupts::restore);
      before.clear();
    };
  }

  private static void endAfter(Runnable lastWords) {
    try {
      lastWords.run();
    } finally {
      Runtime.getRuntime().halt(INTERRUPTED);
    }
  }

  private static void install(String signal, Runnable handler, Map<String, Object> before) {
    try {
      Class<?> type = Class.forName("sun.misc.SignalHandler");
      InvocationHandler call =
          (proxy, method, args) -> answer(proxy, method.getName(), args, handler);
      Object ours = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, call);
      Object old = handle(signal, ours);
      // Whoever started us may not want us to hear it, as nohup does.
      if (type.getField("SIG_IGN").get(null).equals(old)) {
        handle(signal, old);
      } else {
        before.put(signal, old);
      }
    } catch (ReflectiveOperationException e) {
      System.getLogger(MethodHandles.lookup().lookupClass().getName())
          .log(System.Logger.Level.DEBUG, "signal {0} keeps its usual effect: {1}", signal, e);
    }
  }

  private static Object answer(Object proxy, String method, Object[] args, Runnable handler) {
    return switch (method) {
      case "handle" -> {
        handler.run();
        yield null;
      }
      case "equals" -> proxy == args[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "handler of Stateline";
    };
  }

  private static void restore(String signal, Object handler) {
    try {
      handle(signal, handler);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a handler that was there can be put back", e);
    }
  }

  private static Object handle(String signal, Object handler) throws ReflectiveOperationException {
    Class<?> type = Class.forName("sun.misc.Signal");
    Object named = type.getConstructor(String.class).newInstance(signal);
    return type.getMethod("handle", type, Class.forName("sun.misc.SignalHandler"))
        .invoke(null, named, handler);
  }
}
