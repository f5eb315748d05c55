package org.huiqi.web.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.huiqi.assess.RuleBook;
import org.huiqi.ledger.job.Job;
import org.huiqi.report.Words;
import org.huiqi.screen.job.Firms;
import org.huiqi.verdict.Outcome;
import org.huiqi.web.ProblemException;
import org.huiqi.web.ProblemKind;
import org.huiqi.web.QueryReader;

/** The firms of a finished screening: searched, filtered, sorted and turned page by page. */
final class FirmsRoute {
    private static final int ON_A_PAGE = 50;
    private static final int MOST_PAGES = 2_000;
    private static final int LONGEST_SEARCH = 60;
    /** Among the verdicts to choose from, though it is none. */
    private static final String NEAR = "near";

    private final Staff staff;
    private final Visit visit;
    private final Words words;
    private final RuleBook book;
    private final Job job;
    private final Firms firms;

    private FirmsRoute(Staff staff) {
        this.staff = staff;
        this.visit = staff.visit();
        this.words = visit.words();
        this.book = visit.open().book();
        this.job = ScreeningsRoute.finished(staff);
        this.firms = ScreeningsRoute.workshop(staff).files(job).firms();
    }

    record Choice(String value, String label, boolean chosen) {}

    /** {@code previous}, {@code next}: addresses; empty where there is none. */
    record FirmsPage(
            Chrome chrome,
            Staff.Badge badge,
            String job,
            String list,
            String search,
            List<Choice> policies,
            List<Choice> outcomes,
            List<Choice> orders,
            Firms.Page found,
            int page,
            String previous,
            String next) {}

    static void list(Staff staff) {
        new FirmsRoute(staff).list();
    }

    private void list() {
        QueryReader query = new QueryReader(visit.ctx(), Set.of("q", "policy", "outcome", "sort", "page"));
        Firms.Wanted wanted = wanted(query);
        query.finish();
        Firms.Page found = find(wanted);
        boolean more = found.all() > (long) (wanted.page() + 1) * ON_A_PAGE;
        visit.showOnce(
                "firms.jte",
                new FirmsPage(
                        visit.chrome(job.file().name(), "staff"),
                        staff.badge(),
                        job.id(),
                        job.file().name(),
                        wanted.search(),
                        policies(wanted.policy()),
                        outcomes(wanted),
                        orders(wanted.order()),
                        found,
                        wanted.page() + 1,
                        wanted.page() > 0 ? address(wanted, wanted.page()) : "",
                        more ? address(wanted, wanted.page() + 2) : ""));
    }

    /** A value nobody offers narrows nothing. */
    private static Firms.Wanted wanted(QueryReader query) {
        String search = query.one("q").orElse("").strip();
        String page = query.one("page").filter(p -> p.matches("\\d{1,4}")).orElse("1");
        return new Firms.Wanted(
                search.substring(0, Math.min(search.length(), LONGEST_SEARCH)),
                query.one("policy").orElse(""),
                constant(query.one("outcome"), Outcome.values()),
                query.one("outcome").equals(Optional.of(NEAR)),
                constant(query.one("sort"), Firms.Order.values()).orElse(Firms.Order.ROW),
                Math.min(MOST_PAGES, Math.max(1, Integer.parseInt(page))) - 1,
                ON_A_PAGE);
    }

    private static <E extends Enum<E>> Optional<E> constant(Optional<String> value, E[] values) {
        return value.flatMap(
                v -> Arrays.stream(values).filter(e -> code(e).equals(v)).findFirst());
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private Firms.Page find(Firms.Wanted wanted) {
        try {
            return visit.desk().places().compute(() -> {
                try {
                    return firms.find(wanted);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException gone) {
            throw new ProblemException(ProblemKind.NO_SCREENING);
        }
    }

    private String address(Firms.Wanted wanted, int page) {
        String query = "?q=" + URLEncoder.encode(wanted.search(), StandardCharsets.UTF_8) + "&policy="
                + URLEncoder.encode(wanted.policy(), StandardCharsets.UTF_8) + "&outcome="
                + outcome(wanted) + "&sort=" + code(wanted.order()) + "&page=" + page;
        return Links.in(visit.lang(), "/screenings/" + job.id() + "/firms" + query);
    }

    private List<Choice> policies(String chosen) {
        return book.policies().stream()
                .filter(p ->
                        job.wish().policies().isEmpty() || job.wish().policies().contains(p.id()))
                .map(p -> new Choice(p.id(), p.name().in(visit.lang()), p.id().equals(chosen)))
                .toList();
    }

    private static String outcome(Firms.Wanted wanted) {
        return wanted.near() ? NEAR : wanted.outcome().map(FirmsRoute::code).orElse("");
    }

    private boolean tellsNear() {
        try {
            return firms.tellsNear();
        } catch (IOException gone) {
            throw new ProblemException(ProblemKind.NO_SCREENING);
        }
    }

    private List<Choice> outcomes(Firms.Wanted wanted) {
        String chosen = outcome(wanted);
        List<Choice> choices = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            choices.add(
                    new Choice(code(outcome), words.of(outcome), code(outcome).equals(chosen)));
        }
        if (tellsNear()) {
            choices.add(2, new Choice(NEAR, words.of("只差一条", "one condition short"), wanted.near()));
        }
        return choices;
    }

    private List<Choice> orders(Firms.Order chosen) {
        return Arrays.stream(Firms.Order.values())
                .map(o -> new Choice(code(o), label(o), o == chosen))
                .toList();
    }

    private String label(Firms.Order order) {
        return switch (order) {
            case ROW -> words.of("原来的次序", "As in the list");
            case NAME -> words.of("名称", "Name");
            case PASSED -> words.of("符合的政策数", "Policies passed");
            case NEAR -> words.of("只差一条的政策数", "Near misses");
        };
    }
}
