package org.coverscape.engine.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a person's list of services. */
public final class ServiceList {
  private static final Pattern NAME = Pattern.compile("[\\p{Alnum}._-]+");
  private static final Pattern IPV6 = Pattern.compile("[\\p{XDigit}:.]+(%[\\p{Alnum}._-]+)?");

  private ServiceList() {}

  /**
   * Reads {@code host:port,host:port}; spaces around the commas do not count.
   *
   * @return the services in their order, at least one
   * @throws IllegalArgumentException with one sentence for a person
   */
  public static List<ServiceEndpoint> parse(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          "Name at least one service as host:port, such as localhost:8500.");
    }
    List<ServiceEndpoint> endpoints = new ArrayList<>();
    for (String entry : text.split(",", -1)) {
      ServiceEndpoint endpoint = one(entry.trim(), text.trim());
      if (endpoints.contains(endpoint)) {
        throw new IllegalArgumentException(
            "The service " + endpoint + " is named twice; name it once.");
      }
      endpoints.add(endpoint);
    }
    return List.copyOf(endpoints);
  }

  /**
   * Reads {@code host:port,dns:///name:port}; spaces around the commas do not count.
   *
   * @return the addresses in their order, at least one
   * @throws IllegalArgumentException with one sentence for a person
   */
  public static List<ServiceAddress> addresses(String text) {
    List<ServiceAddress> addresses = new ArrayList<>();
    for (String entry : text.split(",", -1)) {
      ServiceAddress address =
          entry.trim().startsWith(ServiceAddress.DNS)
              ? ServiceAddress.parse(entry)
              : new ServiceAddress(named(entry, text), false);
      if (addresses.contains(address)) {
        throw new IllegalArgumentException(
            "The service " + address + " is named twice; name it once.");
      }
      addresses.add(address);
    }
    return List.copyOf(addresses);
  }

  private static ServiceEndpoint named(String entry, String whole) {
    return whole.isBlank() ? parse(whole).get(0) : one(entry.trim(), whole.trim());
  }

  /** Reads one service; {@code whole} is what a person wrote. */
  static ServiceEndpoint one(String entry, String whole) {
    if (entry.isEmpty()) {
      throw new IllegalArgumentException(
          "A service is missing between the commas of '" + whole + "'; name each as host:port.");
    }
    if (entry.contains("://")) {
      throw new IllegalArgumentException(
          "'" + entry + "' is a web address; name the service as host:port, without '://'.");
    }
    ServiceEndpoint endpoint = ServiceEndpoint.parse(entry);
    boolean address = entry.startsWith("[") && entry.contains("]:");
    if (!address && endpoint.host().contains(":")) {
      throw new IllegalArgumentException(
          "'" + entry + "' is unclear; put the address in brackets, such as [::1]:8500.");
    }
    if (!(address ? IPV6 : NAME).matcher(endpoint.host()).matches()) {
      throw new IllegalArgumentException(
          "'" + entry + "' is not a service; name it as host:port, such as localhost:8500.");
    }
    return endpoint;
  }
}
