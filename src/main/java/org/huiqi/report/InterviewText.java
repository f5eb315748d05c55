package org.huiqi.report;

import java.util.List;
import org.huiqi.advise.FieldPath;
import org.huiqi.advise.Progress;
import org.huiqi.advise.Question;
import org.huiqi.advise.Step;
import org.huiqi.assess.RuleBook;
import org.huiqi.problem.Lang;
import org.huiqi.profile.Field;
import org.huiqi.verdict.Verdict;

/** An interview as lines of text: what was settled, how far it is, what is asked and how to answer. */
public final class InterviewText {
    private final RuleBook book;
    private final Words words;

    public InterviewText(RuleBook book, Lang lang) {
        this.book = book;
        this.words = new Words(book, lang);
    }

    /** What the last answers settled, and how far the interview is. */
    public String standing(Step step) {
        Page page = new Page();
        step.settled().verdicts().forEach(v -> page.item(words.of("→", "->"), verdict(v)));
        Progress p = step.progress();
        page.line(words.of(
                "已有结论 " + p.settled() + "/" + p.verdicts() + ",条件已判定 " + p.decided() + "/" + p.criteria() + ",最多还有 "
                        + p.open() + " 项可问",
                "verdicts " + p.settled() + "/" + p.verdicts() + ", conditions decided " + p.decided() + "/"
                        + p.criteria() + ", at most " + p.open() + " questions left"));
        return page.toString();
    }

    /** The papers a step is about: 规模与财务, 产品“甲”. */
    public String papers(Question question) {
        FieldPath about = question.about();
        String group = about.field().map(Field::group).orElse("");
        String element =
                about.element().isEmpty() ? "" : words.of("“" + about.element() + "”", " '" + about.element() + "'");
        return "── "
                + (about.type().list().isEmpty()
                        ? group
                        : words.of(about.type().label(), about.type().name()) + element)
                + " ──";
    }

    /** One line to answer behind. */
    public String question(Question question) {
        FieldPath about = question.about();
        return about.field()
                .map(f -> words.label(f) + unit(f) + choices(f))
                .orElseGet(() -> words.of(
                        "有哪些" + about.type().label() + "?逐个写名称,用、隔开;没有写“无”",
                        "Which " + about.type().list() + "? Names separated by ','; 'none' if there are none"));
    }

    /** What the question means and whom it is for. */
    public String help(Question question) {
        Page page = new Page();
        question.about().field().ifPresent(f -> {
            List.of(f.question(), f.help()).stream().filter(t -> !t.isEmpty()).forEach(page.in()::line);
            page.in().line(answer(f));
        });
        String policies = words.list(question.policies().stream()
                .map(id -> book.findPolicy(id).orElseThrow().name().in(words.lang())));
        page.in().line(words.of("用于 ", "for ") + policies);
        return page.toString();
    }

    private String verdict(Verdict v) {
        String name = book.findPolicy(v.policy()).orElseThrow().name().in(words.lang());
        String subject = v.subject().isEmpty() ? "" : words.of("“" + v.subject() + "”", " '" + v.subject() + "'");
        String outcome = words.of(v.outcome().zh(), v.outcome().en());
        return name
                + subject
                + words.of(":", ": ")
                + v.result().map(r -> outcome + " " + r).orElse(outcome);
    }

    private static String unit(Field field) {
        return field.unit().isEmpty() ? "" : "(" + field.unit() + ")";
    }

    private String choices(Field field) {
        return switch (field.type()) {
            case BOOLEAN -> words.of(" [是/否]", " [yes/no]");
            case TEXT, TEXTS -> field.choices().isEmpty() ? "" : " [" + String.join(" | ", field.choices()) + "]";
            case INTEGER, DECIMAL, DATE -> "";
        };
    }

    private String answer(Field field) {
        return switch (field.type()) {
            case BOOLEAN -> words.of("填 是 或 否", "yes or no");
            case INTEGER -> words.of("填整数", "a whole number");
            case DECIMAL -> words.of("填数字,可写 1,200 或 1200万元", "a number");
            case DATE ->
                field.month()
                        ? words.of("填月份,如 2025-03", "a month, as 2025-03")
                        : words.of("填日期,如 2025-03-31", "a date, as 2025-03-31");
            case TEXT -> words.of("填文字", "text");
            case TEXTS -> words.of("可填多个,用、隔开", "several, separated by ','");
        };
    }
}
