package org.huiqi.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Profile;

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

    /** A blank sheet, and the fields that must be answered before it is certain which sheet comes before it. */
    record Link(Fact sheet, List<String> unclear) {}

    /** Blank sheets, each after the one it follows. Elements whose order is unanswered stand alone, last. */
    List<Link> blank() {
        List<Fact> elements = new ArrayList<>(facts.find(sheet.over()).orElse(List.of()));
        if (!sheet.order().isEmpty()) {
            elements.sort(this::compare);
        }
        Map<List<Object>, Fact> last = new HashMap<>();
        List<Link> links = new ArrayList<>();
        for (Fact element : elements) {
            Fact blank = blank(element);
            Fact before = last.get(chain(element));
            boolean follows = before != null && follows(before.reference(over.referenceName()), element);
            blank.refer("previous", follows ? before : null);
            last.put(chain(element), blank);
            links.add(link(blank, element, follows ? List.of() : elements));
        }
        return links;
    }

    /** {@code candidates}: the elements among which the one before may hide. */
    private Link link(Fact blank, Fact element, List<Fact> candidates) {
        Set<String> unclear = new LinkedHashSet<>();
        for (Fact other : sheet.order().isEmpty() ? List.<Fact>of() : candidates) {
            if (other != element && mayPrecede(other, element)) {
                unclear.addAll(open(element));
                unclear.addAll(open(other));
            }
        }
        if (!unclear.isEmpty()) {
            blank.unchain();
        }
        return new Link(blank, List.copyOf(unclear));
    }

    private boolean mayPrecede(Fact other, Fact element) {
        Optional<Object> a = by(other);
        Optional<Object> b = by(element);
        boolean sameColumn = sheet.by().isEmpty() || a.isEmpty() || b.isEmpty() || a.equals(b);
        boolean ordered = order(other).isPresent() && order(element).isPresent();
        return sameColumn && (!ordered || follows(other, element));
    }

    /** Paths of those of the two chaining fields that are unanswered. */
    private List<String> open(Fact element) {
        return Stream.of(sheet.by(), sheet.order())
                .filter(f -> !f.isEmpty() && !element.answered(over.indexOf(f)))
                .map(f -> Profile.path(over, element.key(), f))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private int compare(Fact a, Fact b) {
        Optional<Object> first = order(a);
        Optional<Object> second = order(b);
        return first.isPresent() && second.isPresent()
                ? ((Comparable<Object>) first.get()).compareTo(second.get())
                : Boolean.compare(first.isEmpty(), second.isEmpty());
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
        return List.of(sheet.by().isEmpty() ? "" : by(element).orElse(element));
    }

    private Optional<Object> by(Fact element) {
        return sheet.by().isEmpty() ? Optional.empty() : Optional.ofNullable(element.get(over.indexOf(sheet.by())));
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
