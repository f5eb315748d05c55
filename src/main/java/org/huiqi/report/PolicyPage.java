package org.huiqi.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.assess.RuleBook;
import org.huiqi.policy.Document;
import org.huiqi.policy.Edition;
import org.huiqi.policy.Policy;
import org.huiqi.policy.Stage;

/** Everything the pack says of one policy: whom it is for, on which texts it rests, what it demands, how to apply, what is in doubt. */
final class PolicyPage {
    private final Words words;
    private final RequirementText requirements;

    PolicyPage(RuleBook book, Words words) {
        this.words = words;
        this.requirements = new RequirementText(book, words);
    }

    void write(Page page, Policy policy) {
        page.line(0, "━━ " + policy.name().in(words.lang()) + " ━━ " + policy.id())
                .line(2, words.levelAndKind(policy));
        section(page, words.of("主管", "authority"), policy.authority());
        section(page, words.of("适用", "for whom"), policy.appliesTo());
        list(page, words.of("好处", "what it gives"), policy.grants());
        list(page, words.of("须先有", "rests on"), policy.requires());
        list(page, words.of("不能同享", "excludes"), policy.excludes());
        list(
                page,
                words.of("文件", "documents"),
                policy.documents().values().stream().map(this::document).toList());
        list(
                page,
                words.of("版本", "editions"),
                policy.editions().stream().map(this::edition).toList());
        policy.stages().values().forEach(s -> stage(page, policy, s));
        section(page, words.of("办理", "window"), policy.window());
        list(page, words.of("材料", "materials"), policy.materials());
        list(page, words.of("说明", "notes"), policy.notes());
        list(page, words.of("存疑", "doubts"), policy.doubts());
    }

    private void section(Page page, String title, String text) {
        list(page, title, text.isBlank() ? List.of() : List.of(text));
    }

    private void list(Page page, String title, List<String> items) {
        if (!items.isEmpty()) {
            page.blank().line(2, title);
            items.forEach(i -> page.item(4, "·", i));
        }
    }

    private String document(Document d) {
        return Stream.of(
                        d.key() + ": " + d.title(),
                        d.number(),
                        d.issued().map(i -> i + words.of(" 发布", " issued")).orElse(""),
                        period(d.from(), d.to()),
                        words.of(d.seen()),
                        d.note(),
                        d.url().orElse(""))
                .filter(t -> !t.isBlank())
                .collect(Collectors.joining("; "));
    }

    private String edition(Edition e) {
        String key = e.key().entrySet().stream()
                .map(k -> k.getKey() + " " + range(k.getValue()))
                .sorted()
                .collect(Collectors.joining(", "));
        Stream<String> said = Stream.of(
                key,
                period(e.from(), e.to()),
                words.list(e.documents().stream()),
                e.unconfirmed().isEmpty() ? "" : words.of("未证实: ", "unconfirmed: ") + e.unconfirmed(),
                e.information());
        return e.name() + ": "
                + Stream.concat(said, e.warnings().stream())
                        .filter(t -> !t.isBlank())
                        .collect(Collectors.joining("; "));
    }

    private static String range(Edition.Range range) {
        return range.from().equals(range.to()) ? range.from() : range.from() + "…" + range.to();
    }

    private String period(Optional<LocalDate> from, Optional<LocalDate> to) {
        return from.isEmpty() && to.isEmpty()
                ? ""
                : from.map(LocalDate::toString).orElse("")
                        + words.of(" 至 ", " to ")
                        + to.map(LocalDate::toString).orElse(words.of("现在", "now"));
    }

    private void stage(Page page, Policy policy, Stage stage) {
        page.blank().line(2, words.stage(policy, stage.name()) + (stage.ofEnterprise() ? "" : " · " + stage.subject()));
        stage.given().ifPresent(g -> {
            page.line(4, words.of("只在下面成立时才问:", "only asked where this holds:"));
            requirements.write(page, 6, g);
        });
        stage.require().ifPresent(r -> requirements.write(page, 4, r));
        stage.results().forEach(r -> {
            page.line(4, r.name() + ":");
            requirements.write(page, 6, r.when());
        });
        if (!stage.information().isEmpty()) {
            page.item(4, "!", stage.information());
        }
    }
}
