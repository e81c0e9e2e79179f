package dev.stateline.cli.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The versions of Stateline (as the build wrote it), Java and system. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "stateline " + number() + " (Java " + Runtime.version() + ", " + operatingSystem() + ")"
    };
  }

  public static String number() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  public static String operatingSystem() {
    return System.getProperty("os.name") + " " + System.getProperty("os.arch");
  }
}
