package org.huiqi.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huiqi.profile.FactType;

/** Lays out the sheets of an amount: one per element, each linked to the one before it. */
final class SheetChain {
    private final CompiledRules compiled;
    private final Facts facts;
    private final Sheet sheet;
    private final FactType over;

    SheetChain(CompiledRules compiled, Facts facts, Sheet sheet) {
        this.compiled = compiled;
        this.facts = facts;
        this.sheet = sheet;
        this.over = compiled.rules().dictionary().get(sheet.over());
    }

    /** Blank sheets, each after the one it follows. Elements whose order is unanswered stand alone, last. */
    List<Fact> blank() {
        List<Fact> elements = new ArrayList<>(facts.find(sheet.over()).orElse(List.of()));
        if (!sheet.order().isEmpty()) {
            elements.sort(Comparator.comparing(
                    (Fact f) -> order(f).map(Object::toString).orElse("~")));
        }
        Map<List<Object>, Fact> last = new HashMap<>();
        List<Fact> sheets = new ArrayList<>();
        for (Fact element : elements) {
            Fact blank = blank(element);
            Fact before = last.get(chain(element));
            if (before != null && follows(before.reference(over.referenceName()), element)) {
                blank.refer("previous", before);
            }
            last.put(chain(element), blank);
            sheets.add(blank);
        }
        return sheets;
    }

    private Fact blank(Fact element) {
        Fact blank = compiled.newFact(sheet.type().name());
        blank.key(element.key());
        blank.setAsOf(facts.asOf());
        blank.refer("enterprise", facts.enterprise());
        blank.refer(over.referenceName(), element);
        return blank;
    }

    private List<Object> chain(Fact element) {
        Object by = sheet.by().isEmpty() ? "" : element.get(over.indexOf(sheet.by()));
        return List.of(Objects.requireNonNullElse(by, element));
    }

    private Optional<Object> order(Fact element) {
        return sheet.order().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(element.get(over.indexOf(sheet.order())));
    }

    private boolean follows(@org.jspecify.annotations.Nullable Fact before, Fact element) {
        Object a = before == null ? null : order(before).orElse(null);
        Object b = order(element).orElse(null);
        if (a instanceof LocalDate earlier && b instanceof LocalDate later) {
            return earlier.plusMonths(1).equals(later);
        }
        return a instanceof Integer earlier && b instanceof Integer later && earlier + 1 == later;
    }
}
