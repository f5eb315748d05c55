package org.huiqi.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huiqi.assess.RuleBook;
import org.huiqi.assess.Wording;
import org.huiqi.engine.Criterion;
import org.huiqi.policy.Policy;
import org.huiqi.policy.Requirement;
import org.huiqi.policy.Score;
import org.huiqi.policy.Stage;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Text;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.verdict.Interval;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.Seen;
import org.huiqi.verdict.Truth;
import org.huiqi.verdict.Verdict;

/** The words of reports and pages in one language. Immutable. */
public final class Words {
    private static final Pattern PATH = Pattern.compile("(\\w+)\\[(.*)]\\.(\\w+)");
    private static final Map<String, Text> STAGES = Map.of(
            "apply", new Text("申报条件", "who may apply"),
            "listed", new Text("列入名单", "who is listed"),
            "enjoy", new Text("享受条件", "who enjoys it"),
            "maintain", new Text("资格保持", "keeping the title"),
            "fund", new Text("资金兑现", "who is paid"));

    private static final Map<Truth, String> MARKS =
            Map.of(Truth.MET, "✓", Truth.UNMET, "✗", Truth.UNKNOWN, "?", Truth.REVIEW, "◇");
    /** One word for how a source was seen, for the end of a line. */
    private static final Map<Seen, Text> BRIEF = Map.of(
            Seen.FULL, new Text("原文", "full text"),
            Seen.EXCERPT, new Text("节选", "excerpt"),
            Seen.SECONDARY, new Text("转述", "secondary"),
            Seen.MEMORY, new Text("未核", "unchecked"));

    private final RuleBook book;
    private final Lang lang;

    public Words(RuleBook book, Lang lang) {
        this.book = book;
        this.lang = lang;
    }

    public String of(String zh, String en) {
        return lang == Lang.ZH ? zh : en;
    }

    public String of(Text text) {
        return text.in(lang);
    }

    public String of(Outcome outcome) {
        return of(outcome.zh(), outcome.en());
    }

    public String of(Seen seen) {
        return of(seen.zh(), seen.en());
    }

    /** An outcome, of a classification with its result. */
    public String outcome(Verdict v) {
        return of(v.outcome()) + v.result().map(r -> " " + r).orElse("");
    }

    /** How a source was seen, where that is too weak to go without saying. */
    Optional<String> weak(Seen seen) {
        return seen.compareTo(Seen.SECONDARY) < 0 ? Optional.empty() : Optional.of(of(BRIEF.get(seen)));
    }

    /** One word for how a source was seen. */
    public String brief(Seen seen) {
        return of(BRIEF.get(seen));
    }

    public String cite(Criterion criterion) {
        return cite(criterion.document(), criterion.clause(), criterion.seen());
    }

    public String cite(String document, String clause, Seen seen) {
        return "〔" + document + " " + clause + " · " + of(BRIEF.get(seen)) + "〕";
    }

    public String claim(Criterion criterion) {
        return lang == Lang.EN && !criterion.en().isEmpty() ? criterion.en() : criterion.claim();
    }

    /** Id and claim of a criterion or of a score. */
    public String claim(String id) {
        Optional<String> claim = book.findCriterion(id).map(this::claim);
        return id + " " + claim.or(() -> score(id).map(Score::label)).orElse("");
    }

    /** A claim without the id before it. */
    String plain(String claim) {
        String id = claim.substring(0, Math.max(claim.indexOf(' '), 0));
        boolean known = book.findCriterion(id).isPresent() || score(id).isPresent();
        return known ? claim.substring(id.length() + 1) : claim;
    }

    public Optional<Score> score(String id) {
        Stream<Stage> stages = book.policies().stream().flatMap(p -> p.stages().values().stream());
        Stream<Score> scores = stages.flatMap(s -> s.require().stream()).flatMap(Requirement::scores);
        return scores.filter(s -> s.id().equals(id)).findFirst();
    }

    public String stage(Policy policy, String name) {
        String title = policy.stages().get(name).title();
        return title.isEmpty() || lang == Lang.EN ? of(STAGES.getOrDefault(name, Text.same(name))) : title;
    }

    public String levelAndKind(Policy policy) {
        String en = policy.level() + ", " + policy.kind();
        return of(policy.level().zh() + " · " + policy.kind().zh(), en.toLowerCase(Locale.ROOT));
    }

    public static String mark(Truth truth) {
        return MARKS.get(truth);
    }

    public static String mark(Outcome outcome) {
        return switch (outcome) {
            case ELIGIBLE, RESULT -> mark(Truth.MET);
            case INELIGIBLE -> mark(Truth.UNMET);
            case INCOMPLETE -> mark(Truth.UNKNOWN);
            case REVIEW -> mark(Truth.REVIEW);
            case NOT_IN_FORCE, INFORMATION -> "·";
        };
    }

    /** A path as {@code products[甲].value}, taken apart; the element is empty for a field of the enterprise or a whole list. */
    public record Asked(FactType type, String element, Optional<Field> field) {
        public Optional<String> elementIfAny() {
            return Optional.of(element).filter(e -> !e.isEmpty());
        }
    }

    public Optional<Asked> asked(String path) {
        Matcher listed = PATH.matcher(path);
        return listed.matches()
                ? list(listed.group(1)).map(t -> new Asked(t, listed.group(2), t.find(listed.group(3))))
                : field(path).or(() -> list(path).map(t -> new Asked(t, "", Optional.empty())));
    }

    private Optional<Asked> field(String name) {
        FactType enterprise = book.dictionary().enterprise();
        return enterprise.find(name).map(f -> new Asked(enterprise, "", Optional.of(f)));
    }

    private Optional<FactType> list(String name) {
        Stream<FactType> lists = book.dictionary().repeated().stream();
        return lists.filter(t -> t.list().equals(name)).findFirst();
    }

    /** Labels of missing fields, each once however many elements lack it. */
    public List<String> missing(List<String> paths) {
        Stream<String> labels =
                paths.stream().map(p -> asked(p).map(this::label).orElse(p));
        return labels.distinct().toList();
    }

    /** The same with the names to answer them by; {@code subject}: the element that goes without saying. */
    public String named(List<String> paths, String subject) {
        return list(paths.stream()
                .map(p -> asked(p).map(a -> named(a, p, subject)).orElse(p)));
    }

    private String named(Asked asked, String path, String subject) {
        boolean own = asked.element().equals(subject);
        String whose = asked.elementIfAny()
                .filter(e -> !own)
                .map(e -> asked.type().label() + "“" + e + "”")
                .orElse("");
        String name = own ? asked.field().map(Field::name).orElse(path) : path;
        return whose + label(asked) + "(" + name + ")";
    }

    public String label(Asked asked) {
        return asked.field().map(this::label).orElse(asked.type().label());
    }

    public String list(Stream<String> items) {
        return String.join(of("、", ", "), items.toList());
    }

    /** Points, or the range they can still take. */
    public String points(Interval interval) {
        String low = interval.low() == null ? "?" : Wording.number(interval.low());
        String high = interval.high() == null ? "?" : Wording.number(interval.high());
        return (low.equals(high) ? low : low + "–" + high) + of("分", " points");
    }

    public String label(Field field) {
        return lang == Lang.EN && !field.en().isEmpty() ? field.en() : field.label();
    }

    public Lang lang() {
        return lang;
    }
}
