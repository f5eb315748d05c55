package org.huiqi.web;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Criterion;
import org.huiqi.profile.ProfileReader;

/**
 * One rule book and what is made of it once: a request takes it at its start and uses no other until its end.
 *
 * @param since when it was opened
 */
record OpenBook(RuleBook book, Assessor assessor, ProfileReader reader, Instant since) {
    static OpenBook of(RuleBook book) {
        Set<String> judged = book.rules().criteria().stream()
                .filter(Criterion::judged)
                .map(Criterion::id)
                .collect(Collectors.toUnmodifiableSet());
        return new OpenBook(book, new Assessor(book), new ProfileReader(book.dictionary(), judged), Instant.now());
    }
}
