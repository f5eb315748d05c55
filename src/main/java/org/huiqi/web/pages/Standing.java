package org.huiqi.web.pages;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Criterion;
import org.huiqi.policy.Document;
import org.huiqi.policy.Edition;
import org.huiqi.policy.Policy;
import org.huiqi.policy.Stage;
import org.huiqi.problem.Text;
import org.huiqi.report.Words;
import org.huiqi.verdict.Seen;

/** Where a policy stands on a day: whether it is in force, and how well its sources were seen. */
final class Standing {
    private final RuleBook book;
    private final Words words;
    private final LocalDate day;

    Standing(RuleBook book, Words words, LocalDate day) {
        this.book = book;
        this.words = words;
        this.day = day;
    }

    /** Whether a policy can be had. */
    enum Force {
        CURRENT("现行", "In force"),
        UNCONFIRMED("未证实", "Unconfirmed"),
        INFORMATION("仅供了解", "For information"),
        ENDED("不在有效期", "Not in force");

        private final Text label;

        Force(String zh, String en) {
            label = new Text(zh, en);
        }

        Text label() {
            return label;
        }
    }

    /** {@code detail}: the editions of the day. */
    record State(Force force, String label, String detail) {}

    State of(Policy policy) {
        List<Edition> today = policy.editionsOf(policy.headline()).stream()
                .filter(this::today)
                .toList();
        Force force = force(policy, today);
        return new State(
                force, words.of(force.label()), words.list(today.stream().map(Edition::name)));
    }

    private Force force(Policy policy, List<Edition> today) {
        Stage headline = policy.stages().get(policy.headline());
        if (!policy.editionsOf(policy.headline()).isEmpty() && today.isEmpty()) {
            return Force.ENDED;
        }
        boolean informs = !headline.information().isEmpty()
                || !today.isEmpty()
                        && today.stream().noneMatch(e -> e.information().isEmpty());
        boolean unconfirmed = !today.isEmpty()
                && today.stream().noneMatch(e -> e.unconfirmed().isEmpty());
        return informs ? Force.INFORMATION : unconfirmed ? Force.UNCONFIRMED : Force.CURRENT;
    }

    boolean today(Edition edition) {
        return edition.current(day);
    }

    /** The weakest source among its criteria, or among its documents where it has none. */
    Seen weakest(Policy policy) {
        Stream<Seen> criteria = book.criteriaOf(policy.id()).stream().map(Criterion::seen);
        Stream<Seen> documents = policy.documents().values().stream().map(Document::seen);
        return criteria.max(Comparator.naturalOrder())
                .or(() -> documents.max(Comparator.naturalOrder()))
                .orElse(Seen.MEMORY);
    }
}
