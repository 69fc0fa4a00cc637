package org.coverscape.engine.web;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How one gets in at a host. Immutable. */
public sealed interface Credential {
  /**
   * A token in {@code Authorization: Bearer}.
   *
   * @param token the token
   */
  record Bearer(Secret token) implements Credential {}

  /**
   * A header of the host's own.
   *
   * @param name of the header
   * @param value what it carries
   */
  record Header(String name, Secret value) implements Credential {}

  /**
   * A user and a password.
   *
   * @param user the user's name
   * @param password the password
   */
  record Basic(String user, Secret password) implements Credential {}

  /**
   * Something behind the question mark, such as a shared access signature.
   *
   * @param value without the question mark
   */
  record Query(Secret value) implements Credential {}

  /** The address as it is asked for. */
  default URI address(URI uri) throws WebException {
    return this instanceof Query query ? Addresses.withQuery(uri, query.value().fetch()) : uri;
  }

  /** Puts into a request what gets in. */
  default void sign(HttpRequest.Builder request) throws WebException {
    if (this instanceof Bearer bearer) {
      request.setHeader("Authorization", "Bearer " + bearer.token().fetch());
    } else if (this instanceof Header header) {
      request.setHeader(header.name(), header.value().fetch());
    } else if (this instanceof Basic basic) {
      byte[] pair =
          (basic.user() + ":" + basic.password().fetch()).getBytes(StandardCharsets.UTF_8);
      request.setHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
  }
}
