package org.huiqi.web.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huiqi.policy.Kind;
import org.huiqi.policy.Level;
import org.huiqi.policy.Policy;
import org.huiqi.report.Words;
import org.huiqi.verdict.Seen;
import org.huiqi.web.QueryReader;

/** All policies, searched and filtered. */
final class LibraryRoute {
    private static final int LONGEST_SEARCH = 80;
    private final Visit visit;
    private final Words words;
    private final Standing standing;

    LibraryRoute(Visit visit) {
        this.visit = visit;
        this.words = visit.words();
        this.standing = new Standing(visit.open().book(), words, visit.today());
    }

    /** One way to narrow the list. */
    record Choice(String value, String label, boolean chosen) {}

    record Filter(String name, String label, String any, List<Choice> choices) {}

    record Card(
            Policy policy,
            String name,
            String kind,
            String grant,
            Standing.State state,
            Seen seen,
            String source,
            int criteria) {}

    record LibraryPage(Chrome chrome, String search, List<Filter> filters, List<Card> cards, int all) {}

    /** What is asked for; a value nobody offers narrows nothing. */
    private record Wanted(
            String search,
            Optional<Level> level,
            Optional<Kind> kind,
            Optional<Seen> seen,
            Optional<Standing.Force> force) {
        static Wanted of(QueryReader query) {
            String search = query.one("q").orElse("").strip();
            return new Wanted(
                    search.substring(0, Math.min(search.length(), LONGEST_SEARCH)),
                    constant(query.one("level"), Level.values()),
                    constant(query.one("kind"), Kind.values()),
                    constant(query.one("seen"), Seen.values()),
                    constant(query.one("force"), Standing.Force.values()));
        }

        private static <E extends Enum<E>> Optional<E> constant(Optional<String> value, E[] values) {
            return value.flatMap(
                    v -> Arrays.stream(values).filter(e -> code(e).equals(v)).findFirst());
        }
    }

    void list() {
        QueryReader query = new QueryReader(visit.ctx(), Set.of("q", "level", "kind", "seen", "force"));
        Wanted wanted = Wanted.of(query);
        query.finish();
        List<Card> cards = visit.open().book().policies().stream()
                .map(this::card)
                .filter(c -> fits(c, wanted))
                .toList();
        Chrome chrome = visit.chrome(words.of("政策库", "Policy library"), "policies");
        int all = visit.open().book().policies().size();
        visit.show("policies.jte", new LibraryPage(chrome, wanted.search(), filters(wanted), cards, all));
    }

    private Card card(Policy policy) {
        return new Card(
                policy,
                policy.name().in(words.lang()),
                words.levelAndKind(policy),
                policy.grants().stream().findFirst().orElse(""),
                standing.of(policy),
                standing.weakest(policy),
                words.of(standing.weakest(policy)),
                visit.open().book().criteriaOf(policy.id()).size());
    }

    private boolean fits(Card card, Wanted wanted) {
        Policy policy = card.policy();
        return wanted.level().map(l -> l == policy.level()).orElse(true)
                && wanted.kind().map(k -> k == policy.kind()).orElse(true)
                && wanted.seen().map(s -> s == card.seen()).orElse(true)
                && wanted.force().map(f -> f == card.state().force()).orElse(true)
                && Arrays.stream(wanted.search().toLowerCase(Locale.ROOT).split("\\s+"))
                        .allMatch(text(policy)::contains);
    }

    /** Everything worth finding a policy by. */
    private static String text(Policy policy) {
        Stream<String> named =
                Stream.of(policy.id(), policy.name().zh(), policy.name().en(), policy.authority(), policy.appliesTo());
        Stream<String> documents =
                policy.documents().values().stream().map(d -> d.key() + " " + d.title() + " " + d.number());
        return String.join(
                        " ",
                        Stream.of(named, policy.grants().stream(), documents)
                                .flatMap(s -> s)
                                .toList())
                .toLowerCase(Locale.ROOT);
    }

    private List<Filter> filters(Wanted wanted) {
        return List.of(
                filter(
                        "level",
                        words.of("级别", "Level"),
                        Level.values(),
                        l -> words.of(l.zh(), plain(l)),
                        wanted.level()),
                filter("kind", words.of("类别", "Kind"), Kind.values(), k -> words.of(k.zh(), plain(k)), wanted.kind()),
                filter("seen", words.of("来源(最弱)", "Weakest source"), Seen.values(), words::of, wanted.seen()),
                filter(
                        "force",
                        words.of("效力", "In force"),
                        Standing.Force.values(),
                        f -> words.of(f.label()),
                        wanted.force()));
    }

    private <E extends Enum<E>> Filter filter(
            String name, String label, E[] values, java.util.function.Function<E, String> say, Optional<E> chosen) {
        List<Choice> choices = Arrays.stream(values)
                .map(v -> new Choice(
                        code(v), say.apply(v), chosen.filter(c -> c == v).isPresent()))
                .toList();
        return new Filter(name, label, words.of("全部", "All"), choices);
    }

    private static String plain(Enum<?> constant) {
        String code = code(constant);
        return Character.toUpperCase(code.charAt(0)) + code.substring(1);
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
