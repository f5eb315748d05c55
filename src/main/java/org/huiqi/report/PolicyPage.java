package org.huiqi.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.assess.RuleBook;
import org.huiqi.policy.Document;
import org.huiqi.policy.Edition;
import org.huiqi.policy.Neighbour;
import org.huiqi.policy.Policy;
import org.huiqi.policy.Requirement;
import org.huiqi.policy.Stage;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.FactType;

/** Everything the pack says of one policy: whom it is for, on which texts it rests, what it demands, how to apply, what is in doubt. */
final class PolicyPage {
    private final RuleBook book;
    private final Words words;
    private final RequirementText requirements;

    PolicyPage(RuleBook book, Words words) {
        this.book = book;
        this.words = words;
        this.requirements = new RequirementText(book, words);
    }

    void write(Page page, Policy policy) {
        page.line("━━ " + policy.name().in(words.lang()) + " ━━ " + policy.id());
        page.in().line(words.levelAndKind(policy));
        about(page.in(), policy);
        texts(page.in(), policy);
        policy.stages().values().forEach(s -> stage(page.in(), policy, s));
        advice(page.in(), policy);
    }

    private void about(Page page, Policy policy) {
        list(page, words.of("主管", "authority"), Stream.of(policy.authority()));
        list(page, words.of("适用", "for whom"), Stream.of(policy.appliesTo()));
        list(page, words.of("好处", "what it gives"), policy.grants().stream());
        list(
                page,
                words.of("前提(怎样要求见各条件)", "rests on (see the conditions)"),
                policy.requires().stream().map(Neighbour::policy).map(this::named));
        list(
                page,
                words.of("不能同享", "excludes"),
                book.graph().excludes(policy.id()).stream().sorted().map(this::named));
    }

    /** Another policy by its name, with the id to look it up by. */
    private String named(String id) {
        return book.findPolicy(id)
                .map(p -> p.name().in(words.lang()) + "(" + id + ")")
                .orElse(id);
    }

    private void texts(Page page, Policy policy) {
        list(
                page,
                words.of("文件", "documents"),
                policy.documents().values().stream().map(this::document));
        list(page, words.of("版本", "editions"), policy.editions().stream().map(e -> edition(policy, e)));
    }

    private void advice(Page page, Policy policy) {
        list(page, words.of("办理", "window"), Stream.of(policy.window()));
        list(page, words.of("材料", "materials"), policy.materials().stream());
        list(page, words.of("说明", "notes"), policy.notes().stream());
        list(page, words.of("存疑", "doubts"), policy.doubts().stream());
    }

    private static void list(Page page, String title, Stream<String> items) {
        List<String> said = items.filter(i -> !i.isBlank()).toList();
        if (!said.isEmpty()) {
            page.blank().line(title);
            said.forEach(i -> page.in().item("·", i));
        }
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(p -> !p.isBlank()).collect(Collectors.joining("; "));
    }

    private String document(Document d) {
        String issued = d.issued().map(i -> i + words.of(" 发布", " issued")).orElse("");
        Stream<String> said = Stream.of(d.number(), issued, period(d.from(), d.to()), words.of(d.seen()), d.note());
        return d.key() + ": " + d.title() + "; " + joined(Stream.concat(said, d.url().stream()));
    }

    private String edition(Policy policy, Edition e) {
        String unconfirmed = e.unconfirmed().isEmpty() ? "" : words.of("未证实: ", "unconfirmed: ") + e.unconfirmed();
        String documents = words.list(e.documents().stream());
        Stream<String> said =
                Stream.of(key(policy, e), period(e.from(), e.to()), documents, unconfirmed, e.information());
        return e.name() + ": " + joined(Stream.concat(said, e.warnings().stream()));
    }

    private String key(Policy policy, Edition e) {
        Stream<String> keys =
                e.key().entrySet().stream().map(k -> label(policy, k.getKey()) + " " + range(k.getValue()));
        return keys.sorted().collect(Collectors.joining(", "));
    }

    /** The key of an edition is a field of the enterprise or of a subject of the policy. */
    private String label(Policy policy, String field) {
        Stream<String> subjects = policy.stages().values().stream().map(Stage::subject);
        return Stream.concat(Stream.of(Dictionary.ENTERPRISE), subjects)
                .flatMap(t -> book.dictionary().get(t).find(field).stream())
                .findFirst()
                .map(words::label)
                .orElse(field);
    }

    private String range(Edition.Range range) {
        if (range.single()) {
            return range.from();
        }
        if (range.to().isEmpty()) {
            return range.from() + words.of(" 起", " or later");
        }
        return (range.from() + words.of(" 至 ", " to ") + range.to()).strip();
    }

    private String period(Optional<LocalDate> from, Optional<LocalDate> to) {
        String first = from.map(LocalDate::toString).orElse("");
        String last = to.map(LocalDate::toString).orElse(words.of("现在", "now"));
        return from.isEmpty() && to.isEmpty() ? "" : first + words.of(" 至 ", " to ") + last;
    }

    private void stage(Page page, Policy policy, Stage stage) {
        FactType type = book.dictionary().get(stage.subject());
        String subject = stage.ofEnterprise() ? "" : " · " + words.of(type.label(), type.name());
        page.blank().line(words.stage(policy, stage.name()) + subject);
        stage.given().ifPresent(g -> given(page.in(), g));
        stage.require().ifPresent(r -> requirements.write(page.in(), r));
        stage.results()
                .forEach(r -> requirements.write(page.in().line(r.name() + ":").in(), r.when()));
        page.in().item("!", stage.information());
    }

    private void given(Page page, Requirement given) {
        page.line(words.of("只在下面成立时才问:", "only asked where this holds:"));
        requirements.write(page.in(), given);
    }
}
