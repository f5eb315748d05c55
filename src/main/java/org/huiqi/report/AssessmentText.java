package org.huiqi.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiqi.assess.RuleBook;
import org.huiqi.policy.AmountPlan;
import org.huiqi.policy.Policy;
import org.huiqi.problem.Lang;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Profile;
import org.huiqi.verdict.Amount;
import org.huiqi.verdict.Assessment;
import org.huiqi.verdict.PolicyAssessment;
import org.huiqi.verdict.Verdict;

/** An assessment as text that a finance clerk can read: the verdicts first, then each policy in detail, then what is still to be answered. */
public final class AssessmentText {
    private final RuleBook book;
    private final Words words;
    private final Detail detail;

    public AssessmentText(RuleBook book, Lang lang, Detail detail) {
        this.book = book;
        this.words = new Words(book, lang);
        this.detail = detail;
    }

    public String write(Assessment assessment, Profile profile) {
        Page page = new Page();
        heading(page, assessment, profile);
        SummaryText summary = new SummaryText(book, words);
        assessment.policies().forEach(p -> summary.write(page.blank(), p));
        VerdictText verdicts = new VerdictText(book, words, detail, profile);
        assessment.policies().forEach(p -> policy(page, p, verdicts));
        new MissingText(book, words).write(page, assessment);
        footer(page, assessment);
        return page.toString();
    }

    private void heading(Page page, Assessment assessment, Profile profile) {
        page.line(
                0,
                profile.enterprise()
                        .find("name")
                        .map(Object::toString)
                        .orElse(words.of("(未填企业名称)", "(no name given)")));
        int answers = profile.enterprise().answers().size();
        String lists = profile.lists().entrySet().stream()
                .map(e -> words.of(", ", ", ")
                        + count(book.dictionary().get(e.getKey()), e.getValue().size()))
                .collect(Collectors.joining());
        page.line(
                0,
                words.of("评估日 ", "as of ") + assessment.asOf() + " · "
                        + words.of("已填企业信息 " + answers + " 项", answers + " answers about the enterprise") + lists);
    }

    private String count(FactType type, int size) {
        return words.of(type.label() + " " + size + " 个", size + " " + type.list());
    }

    private void policy(Page page, PolicyAssessment assessment, VerdictText verdicts) {
        Policy policy = book.findPolicy(assessment.policy()).orElseThrow();
        page.blank().line(0, "━━ " + policy.name().in(words.lang()) + " ━━ " + policy.id());
        Map<String, List<Verdict>> stages = assessment.verdicts().stream()
                .collect(Collectors.groupingBy(Verdict::stage, LinkedHashMap::new, Collectors.toList()));
        stages.values().forEach(s -> verdicts.write(page, policy, s));
        assessment.amount().ifPresent(a -> amount(page, policy.amount().orElseThrow(), a));
        if (!policy.doubts().isEmpty()) {
            int doubts = policy.doubts().size();
            page.blank()
                    .line(
                            2,
                            words.of(
                                    "本政策有 " + doubts + " 处存疑,办理时间、材料和文件全称见 huiqi policies " + policy.id(),
                                    doubts + " open doubts; window, materials and documents: huiqi policies "
                                            + policy.id()));
        }
    }

    private void amount(Page page, AmountPlan plan, Amount amount) {
        String title = words.lang() == Lang.EN
                ? "Amount"
                : book.rules()
                        .findSheet(plan.sheet())
                        .map(s -> s.type().label())
                        .orElse("");
        new AmountText(words, detail.steps()).write(page, title, plan, amount);
    }

    private void footer(Page page, Assessment assessment) {
        page.blank().line(0, SummaryText.legend(words));
        page.line(
                0,
                words.of(
                        "依据后的字: 原文 = 读到原文,节选 = 读到节选,转述 = 只见转述、待核原文,未核 = 没有读到原文、仅供参考。",
                        "Source of a clause: full text, excerpt, secondary (check the text), unchecked (for orientation only)."));
        page.line(
                0,
                words.of(
                                "本结果按所填信息和规则库推算,不代替主管部门的认定。规则库 ",
                                "Computed from the answers given; it does not replace the decision of the authority. Rule book ")
                        + assessment.ruleBook().substring(0, 12));
    }
}
