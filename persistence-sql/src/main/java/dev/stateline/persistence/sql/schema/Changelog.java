package dev.stateline.persistence.sql.schema;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The changelog inside the program, read without Liquibase, which takes longer to start than most
 * commands take in all.
 *
 * @param changes the ids of the changes for one database, from the first on
 * @param tables the tables that they make, in lower case
 */
record Changelog(List<String> changes, List<String> tables) {

  private static final Pattern TABLE = Pattern.compile("CREATE TABLE IF NOT EXISTS (\\w+)");

  static Changelog read(String resource, String dbms) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    Set<String> changes = new LinkedHashSet<>();
    Set<String> tables = new LinkedHashSet<>();
    try (InputStream in = Changelog.class.getClassLoader().getResourceAsStream(resource)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      boolean ours = false;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("changeSet")) {
          String only = xml.getAttributeValue(null, "dbms");
          ours = only == null || only.equals(dbms);
          if (ours) {
            changes.add(xml.getAttributeValue(null, "id"));
          }
        } else if (event == XMLStreamConstants.CHARACTERS && ours) {
          tables.addAll(tablesIn(xml.getText()));
        }
      }
    } catch (IOException | XMLStreamException e) {
      throw new IllegalStateException("the changelog inside the program is damaged", e);
    }
    return new Changelog(List.copyOf(changes), List.copyOf(tables));
  }

  private static List<String> tablesIn(String sql) {
    Matcher found = TABLE.matcher(sql);
    return found.results().map(match -> match.group(1).toLowerCase(Locale.ROOT)).toList();
  }
}
