package org.huiqi.web.pages;

import java.util.Map;
import java.util.Optional;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Criterion;
import org.huiqi.policy.Document;
import org.huiqi.policy.Policy;
import org.huiqi.policy.Score;
import org.huiqi.problem.Text;
import org.huiqi.report.Words;
import org.huiqi.verdict.Seen;

/** Where criteria stand: clause, document, and how well the source was checked. */
final class Clauses {
    private static final Map<Seen, Text> BRIEF = Map.of(
            Seen.FULL, new Text("原文", "full text"),
            Seen.EXCERPT, new Text("节选", "excerpt"),
            Seen.SECONDARY, new Text("转述", "secondary"),
            Seen.MEMORY, new Text("未核", "unchecked"));
    private final RuleBook book;
    private final Words words;

    Clauses(RuleBook book, Words words) {
        this.book = book;
        this.words = words;
    }

    static Text brief(Seen seen) {
        return BRIEF.get(seen);
    }

    Demand.Clause of(Criterion c) {
        return clause(c.id(), c.policy(), c.document(), c.clause(), c.seen());
    }

    Demand.Clause of(Score s, Policy policy) {
        return clause(s.id(), policy.id(), s.document(), s.clause(), s.seen());
    }

    Demand.Clause clause(String id, String policy, String document, String clause, Seen seen) {
        String title = book.findPolicy(policy)
                .flatMap(p -> Optional.ofNullable(p.documents().get(document)))
                .map(Document::title)
                .orElse("");
        return new Demand.Clause(id, document, clause, seen.code(), words.of(brief(seen)), words.of(seen), title);
    }
}
