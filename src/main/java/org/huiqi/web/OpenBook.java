package org.huiqi.web;

import java.time.Instant;
import org.huiqi.advise.Adviser;
import org.huiqi.advise.Interview;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.RuleBook;
import org.huiqi.profile.ProfileReader;

/**
 * One rule book and what is made of it once: a request takes it at its start and uses no other until its end.
 *
 * @param since when it was opened
 */
public record OpenBook(
        RuleBook book, Assessor assessor, Interview interview, Adviser adviser, ProfileReader reader, Instant since) {
    static OpenBook of(RuleBook book) {
        Assessor assessor = new Assessor(book);
        return new OpenBook(
                book, assessor, new Interview(assessor), new Adviser(assessor), book.profileReader(), Instant.now());
    }
}
