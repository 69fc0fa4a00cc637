package org.coverscape.engine.inference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.coverscape.engine.landcover.ChipOutcome;

/** Chips that were found to have ended, with the calls that still carry them. */
final class Endings {
  private final List<Ticket> tickets = new ArrayList<>(1);
  private final List<ChipOutcome> outcomes = new ArrayList<>(1);
  private final Set<Call> calls = new LinkedHashSet<>(0);

  /** Notes the end of a chip whose end was claimed; under the pool's lock. */
  void add(Ticket ticket, ChipOutcome outcome) {
    tickets.add(ticket);
    outcomes.add(outcome);
    calls.addAll(ticket.calls());
  }

  int size() {
    return tickets.size();
  }

  /** Calls that were out when the chips ended. */
  Set<Call> calls() {
    return calls;
  }

  void forEach(BiConsumer<Ticket, ChipOutcome> step) {
    for (int i = 0; i < tickets.size(); i++) {
      step.accept(tickets.get(i), outcomes.get(i));
    }
  }
}
