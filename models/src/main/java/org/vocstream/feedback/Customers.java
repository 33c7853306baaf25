package org.vocstream.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Segment and loyalty stage per customer, joined to feedback by the customer's key. Holds keyed
 * hashes, never the keys themselves. Immutable, thread-safe.
 */
public final class Customers implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What is known of a customer; either may be null. */
  public record Customer(String segment, String stage) implements Serializable {}

  private final HashMap<String, Customer> byHash;

  private Customers(Map<String, Customer> byHash) {
    this.byHash = new HashMap<>(byHash);
  }

  /** Nobody known. */
  public static Customers none() {
    return new Customers(Map.of());
  }

  /**
   * Reads a CSV file with the columns {@code customer}, {@code segment} and {@code stage}; the
   * later row of a customer wins.
   *
   * @throws IOException where the file cannot be read, has no column {@code customer}, or has a row
   *     that is broken; the message names the line
   */
  public static Customers read(Path file, KeyedHash hash) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, Customer> byHash = new HashMap<>();
    try (CsvReader rows =
        new CsvReader(Files.newInputStream(file), file.getFileName().toString(), ',')) {
      RawRecord row = rows.next();
      boolean understood = row == null || row.problem() == null;
      if (understood && !rows.header().contains("customer")) {
        throw new IOException(
            file + ": no column \"customer\"; its columns are " + String.join(", ", rows.header()));
      }
      for (; row != null; row = rows.next()) {
        if (row.problem() != null) {
          throw new IOException(row.origin() + ": " + row.problem());
        }
        JsonNode cells = json.readTree(row.json());
        if (cells.hasNonNull("customer")) {
          Customer customer =
              new Customer(cells.path("segment").asText(null), cells.path("stage").asText(null));
          byHash.put(hash.of(cells.get("customer").asText()), customer);
        }
      }
    }
    return new Customers(byHash);
  }

  /** What is known of the customer with this keyed hash; null where nothing is. */
  public Customer find(String customerHash) {
    return customerHash == null ? null : byHash.get(customerHash);
  }

  /** Number of customers known. */
  public int size() {
    return byHash.size();
  }
}
