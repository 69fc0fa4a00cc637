package org.coverscape.cli.scale;

/**
 * What lies between storage, clients and services.
 *
 * @param storageBytesPerSecond what the shared storage gives to all clients together
 * @param storageLatency seconds to the first byte of a read
 * @param inBytesPerSecond what one client's network card takes in
 * @param outBytesPerSecond what it sends
 * @param oneWay seconds from a client to a service, and back again
 * @param requestBytes of one chip on its way to a service
 */
record Network(
    double storageBytesPerSecond,
    double storageLatency,
    double inBytesPerSecond,
    double outBytesPerSecond,
    double oneWay,
    double requestBytes) {
  Network {
    Numbers.positive(storageBytesPerSecond, "storage");
    Numbers.notNegative(storageLatency, "latency of storage");
    Numbers.positive(inBytesPerSecond, "network card");
    Numbers.positive(outBytesPerSecond, "network card");
    Numbers.notNegative(oneWay, "latency");
    Numbers.notNegative(requestBytes, "request");
  }

  Network withStorage(double bytesPerSecond) {
    return new Network(
        bytesPerSecond, storageLatency, inBytesPerSecond, outBytesPerSecond, oneWay, requestBytes);
  }

  Network withCards(double bytesPerSecond) {
    return new Network(
        storageBytesPerSecond,
        storageLatency,
        bytesPerSecond,
        bytesPerSecond,
        oneWay,
        requestBytes);
  }

  Network withOneWay(double seconds) {
    return new Network(
        storageBytesPerSecond,
        storageLatency,
        inBytesPerSecond,
        outBytesPerSecond,
        seconds,
        requestBytes);
  }

  Network withRequestBytes(double bytes) {
    return new Network(
        storageBytesPerSecond, storageLatency, inBytesPerSecond, outBytesPerSecond, oneWay, bytes);
  }
}
