package org.coverscape.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which proxy is asked for which address. */
class SystemProxiesTest {
  private static final Map<String, String> VARIABLES =
      Map.of(
          "https_proxy", "http://proxy.office:3128/",
          "HTTP_PROXY", "other.office:8080",
          "no_proxy", "inside.org, .local");

  private static String proxy(Map<String, String> variables, String uri) {
    Proxy proxy = new SystemProxies(null, variables).select(URI.create(uri)).get(0);
    if (proxy.type() == Proxy.Type.DIRECT) {
      return "direct";
    }
    InetSocketAddress address = assertInstanceOf(InetSocketAddress.class, proxy.address());
    return address.getHostString() + ":" + address.getPort();
  }

  @Test
  void variablesNameThem() {
    assertEquals("proxy.office:3128", proxy(VARIABLES, "https://example.org/a"));
    assertEquals("other.office:8080", proxy(VARIABLES, "http://example.org/a"));
  }

  @Test
  void someHostsAreAskedDirectly() {
    assertEquals("direct", proxy(VARIABLES, "https://a.inside.org/a"));
    assertEquals("direct", proxy(VARIABLES, "https://inside.org/a"));
    assertEquals("direct", proxy(VARIABLES, "https://printer.local/a"));
    assertEquals("proxy.office:3128", proxy(VARIABLES, "https://notinside.org/a"));
    assertEquals("direct", proxy(VARIABLES, "http://127.0.0.1:8000/a"));
    assertEquals("direct", proxy(Map.of(), "https://example.org/a"));
  }

  @Test
  void whatJavaWasToldComesFirst() {
    Proxy told = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("told", 1));
    ProxySelector java = ProxySelector.of(InetSocketAddress.createUnresolved("told", 1));
    SystemProxies proxies = new SystemProxies(java, VARIABLES);
    assertEquals(told, proxies.select(URI.create("https://example.org/a")).get(0));
  }
}
