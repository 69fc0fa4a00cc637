/**
 * The two curves of 2018, measured: rate against calls in flight for one service, and rate against
 * the number of services, with fixed windows and with the client that finds its own. Services are
 * emulated ones in a JVM of their own; every answer is checked.
 */
@NullMarked
package org.coverscape.cli.bench;

import org.jspecify.annotations.NullMarked;
