package org.coverscape.engine.inference.directory;

import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceSpec;

/**
 * Expands names to addresses. A name that is not known any more keeps the addresses it had: a name
 * server that fails for a moment must not take services away. Guarded by its owner.
 */
final class Resolution {
  private final NameLookup lookup;
  private final Map<String, List<String>> known = new HashMap<>();
  private final Set<String> unknown = new TreeSet<>();

  Resolution(NameLookup lookup) {
    this.lookup = lookup;
  }

  /** Asks for the addresses of the names among specifications; blocks. */
  void refresh(List<ServiceSpec> specs) {
    unknown.clear();
    for (ServiceSpec spec : specs) {
      if (spec.address().everyAddress()) {
        String name = spec.endpoint().host();
        try {
          known.put(name, lookup.addresses(name));
        } catch (UnknownHostException e) {
          // the name goes into the sentence that is said, and the exception knows no more
          unknown.add(name);
        }
      }
    }
  }

  /** The names that could not be resolved the last time. */
  Set<String> unknown() {
    return Set.copyOf(unknown);
  }

  /** Services by where they listen, in the order of the list; the first of two at one place. */
  Map<ServiceEndpoint, ServiceSpec> expand(List<ServiceSpec> specs) {
    Map<ServiceEndpoint, ServiceSpec> services = new LinkedHashMap<>();
    for (ServiceSpec spec : specs) {
      if (!spec.address().everyAddress()) {
        services.putIfAbsent(spec.endpoint(), spec);
        continue;
      }
      for (String address : known.getOrDefault(spec.endpoint().host(), List.of())) {
        ServiceSpec one = spec.resolved(address);
        services.putIfAbsent(one.endpoint(), one);
      }
    }
    return services;
  }
}
