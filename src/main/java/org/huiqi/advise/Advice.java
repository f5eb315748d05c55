package org.huiqi.advise;

import java.time.LocalDate;
import java.util.List;

/** What is to be done: how far each refused or open verdict is from a yes, the money, and the ladder. */
public record Advice(LocalDate asOf, List<Shortfall> gaps, Purse money, List<Rung> ladder) {
    public Advice {
        gaps = List.copyOf(gaps);
        ladder = List.copyOf(ladder);
    }
}
