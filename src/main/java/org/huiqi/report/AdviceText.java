package org.huiqi.report;

import java.math.BigDecimal;
import java.util.List;
import org.huiqi.advise.Advice;
import org.huiqi.advise.Choice;
import org.huiqi.advise.Purse;
import org.huiqi.advise.Rung;
import org.huiqi.advise.Shortfall;
import org.huiqi.advise.Worth;
import org.huiqi.assess.RuleBook;
import org.huiqi.assess.Wording;
import org.huiqi.policy.Policy;
import org.huiqi.problem.Lang;
import org.huiqi.verdict.Interval;
import org.huiqi.verdict.Verdict;

/** Advice as text: what is missing to a yes, what it is all worth, and which rung comes next. */
public final class AdviceText {
    private final RuleBook book;
    private final Words words;
    private final GapText texts;

    public AdviceText(RuleBook book, Lang lang) {
        this.book = book;
        this.words = new Words(book, lang);
        this.texts = new GapText(words, new MoveText(book, lang));
    }

    public String write(Advice advice) {
        Page page = new Page();
        gaps(page, advice.gaps());
        money(page, advice.money());
        ladder(page, advice.ladder());
        return page.toString();
    }

    private void gaps(Page page, List<Shortfall> gaps) {
        page.line(words.of("━━ 差距 ━━", "━━ gaps ━━"));
        gaps.forEach(g -> gap(page, g));
    }

    private void gap(Page page, Shortfall gap) {
        Verdict v = gap.verdict();
        Policy policy = book.findPolicy(v.policy()).orElseThrow();
        String stage = v.stage().equals(policy.headline()) ? "" : words.of("·", ", ") + words.stage(policy, v.stage());
        page.item("·", name(v.policy()) + stage + texts.subject(gap) + words.of(":", ": ") + words.of(v.outcome()));
        texts.write(page.in(), gap, Integer.MAX_VALUE);
        int missing = v.missing().size();
        if (gap.ways().isEmpty() && gap.obstacles().isEmpty() && missing > 0) {
            page.in()
                    .line(words.of(
                            "还有 " + missing + " 项没有回答,先用 huiqi ask 回答",
                            missing + " fields are not answered: huiqi ask"));
        }
    }

    private void money(Page page, Purse purse) {
        page.blank().line(words.of("━━ 金额合计 ━━", "━━ money ━━"));
        for (Worth w : purse.worths()) {
            String needs = w.missing().isEmpty()
                    ? ""
                    : words.of(
                            ",还需 " + w.missing().size() + " 项数据",
                            ", needs " + w.missing().size() + " fields");
            page.item("·", name(w.policy()) + " " + standing(w) + words.of(":", ": ") + yuan(w.yuan()) + needs);
        }
        page.line(words.of("现在可得 ", "entitled now ")
                + yuan(purse.entitled())
                + words.of(",连同可争取的最多 ", ", at best ")
                + yuan(purse.best()));
        purse.choices().forEach(c -> choice(page, c));
    }

    private void choice(Page page, Choice choice) {
        String best = names(choice.best().taken()) + " " + yuan(choice.best().yuan());
        page.item(words.of("择一", "choose"), best + (choice.settled() ? "" : words.of("(未定)", " (open)")));
        choice.others()
                .forEach(o -> page.in().line(words.of("不选 ", "instead of ") + names(o.taken()) + " " + yuan(o.yuan())));
        if (!choice.needs().isEmpty()) {
            page.in().line(words.of("还需 ", "needs ") + words.list(words.missing(choice.needs()).stream()));
        }
    }

    private String standing(Worth worth) {
        return switch (worth.standing()) {
            case ENTITLED -> words.of("可享受", "entitled");
            case UNDER_REVIEW -> words.of("待评审", "under review");
            case POSSIBLE -> words.of("假设可享受", "if entitled");
        };
    }

    private String yuan(Interval yuan) {
        BigDecimal low = yuan.low() == null ? BigDecimal.ZERO : yuan.low();
        String known = Wording.number(low.setScale(2, java.math.RoundingMode.HALF_UP)) + words.of(" 元", " yuan");
        return yuan.isPoint()
                ? known
                : low.signum() == 0 ? words.of("未定", "open") : words.of("至少 ", "at least ") + known;
    }

    private void ladder(Page page, List<Rung> ladder) {
        page.blank().line(words.of("━━ 阶梯 ━━", "━━ ladder ━━"));
        ladder.forEach(r -> page.in(2 * r.height()).item("·", name(r.policy()) + words.of(":", ": ") + state(r)));
    }

    private String state(Rung rung) {
        return switch (rung.state()) {
            case HELD -> words.of("已有", "held");
            case NOW -> words.of("现在可以申请", "may apply now");
            case NEXT ->
                words.of("下一步", "next")
                        + rung.verdict()
                                .map(v -> words.of(",", ", ") + words.of(v.outcome()))
                                .orElse("");
            case LATER -> words.of("要先有 ", "first ") + names(rung.requires());
        };
    }

    private String names(List<String> policies) {
        return words.list(policies.stream().map(this::name));
    }

    private String name(String policy) {
        return book.findPolicy(policy).orElseThrow().name().in(words.lang());
    }
}
