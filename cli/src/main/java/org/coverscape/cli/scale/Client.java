package org.coverscape.cli.scale;

/**
 * One client machine and the program on it.
 *
 * @param cores of the machine
 * @param readers tiles that are read side by side
 * @param queue chips that wait to be sent at most, before reading pauses
 * @param window calls in flight to each service at most
 * @param sendSeconds processor time to encode and send a chip
 * @param answerSeconds processor time to take an answer in and note it down
 * @param journalSeconds time of the one writer of the journal for an answer
 * @param order whether reading waits for scoring
 * @param dealing which service gets the next chip
 */
record Client(
    int cores,
    int readers,
    int queue,
    int window,
    double sendSeconds,
    double answerSeconds,
    double journalSeconds,
    Order order,
    Dealing dealing) {
  /** How reading and scoring go together. */
  enum Order {
    /** Both at once, joined by the queue. */
    OVERLAPPED,
    /** All of the machine's tiles are read first and kept in memory, then scored. */
    READ_THEN_SCORE
  }

  /** Which service gets the next chip. */
  enum Dealing {
    /** The one with the fewest calls in flight. */
    LEAST_BUSY,
    /** Each in turn, waiting for its turn. */
    IN_TURN
  }

  Client {
    Numbers.positive(cores, "cores");
    Numbers.positive(readers, "readers");
    Numbers.positive(queue, "queue");
    Numbers.positive(window, "window");
    Numbers.notNegative(sendSeconds, "time to send");
    Numbers.notNegative(answerSeconds, "time for an answer");
    Numbers.notNegative(journalSeconds, "time of the journal");
  }

  Client withCores(int count) {
    return new Client(
        count, readers, queue, window, sendSeconds, answerSeconds, journalSeconds, order, dealing);
  }

  Client withReaders(int count) {
    return new Client(
        cores, count, queue, window, sendSeconds, answerSeconds, journalSeconds, order, dealing);
  }

  /** The same with a queue of some chips, on which reading then waits. */
  Client withQueue(int chips) {
    return new Client(
        cores, readers, chips, window, sendSeconds, answerSeconds, journalSeconds, order, dealing);
  }

  Client withWindow(int calls) {
    return new Client(
        cores, readers, queue, calls, sendSeconds, answerSeconds, journalSeconds, order, dealing);
  }

  Client withSendSeconds(double seconds) {
    return new Client(
        cores, readers, queue, window, seconds, answerSeconds, journalSeconds, order, dealing);
  }

  Client withJournalSeconds(double seconds) {
    return new Client(
        cores, readers, queue, window, sendSeconds, answerSeconds, seconds, order, dealing);
  }

  Client withOrder(Order other) {
    return new Client(
        cores, readers, queue, window, sendSeconds, answerSeconds, journalSeconds, other, dealing);
  }

  Client withDealing(Dealing other) {
    return new Client(
        cores, readers, queue, window, sendSeconds, answerSeconds, journalSeconds, order, other);
  }
}
