package org.huiqi.app;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.RuleBook;
import org.huiqi.audit.CaseTrial;
import org.huiqi.cli.RuleBookSource;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.profile.Profile;
import org.huiqi.profile.ProfileReader;
import org.huiqi.profile.ProfileText;
import org.huiqi.report.AssessmentJson;
import org.huiqi.report.Json;

/** Loads a pack and puts it to the test. What it returns may be served at once. */
final class PackLoader {
    private final RuleBookSource books;
    private final Optional<Path> rules;
    private final Optional<Path> cases;

    PackLoader(RuleBookSource books, Optional<Path> rules, Optional<Path> cases) {
        this.books = books;
        this.rules = rules;
        this.cases = cases;
    }

    /** @throws InvalidInputException with every problem of the files, or every case that fails */
    RuleBook load() {
        RuleBook book = books.load(rules);
        List<Problem> failures =
                cases.map(folder -> CaseTrial.failures(book, folder)).orElse(List.of());
        if (!failures.isEmpty()) {
            throw new InvalidInputException(failures);
        }
        warmUp(book);
        return book;
    }

    /**
     * The first assessment loads the generated classes and much of our own: nobody should wait for that. A second one would take longer here, before
     * the compilers are through, than it saves whoever asks next.
     */
    private static void warmUp(RuleBook book) {
        Profile nothing = new ProfileReader(book.dictionary()).read(ProfileText.json(new byte[] {'{', '}'}));
        Assessor.Request request = Assessor.Request.on(LocalDate.of(2025, 10, 8));
        Json.bytes(AssessmentJson.tree(book, new Assessor(book).assess(nothing, request)));
    }
}
