package org.huiqi.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiqi.advise.Gap;
import org.huiqi.advise.Gaps;
import org.huiqi.assess.Assessor;
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
    /** Up to so many policies are told in full; more get an overview first, and in detail only what is decided or close. */
    private static final int FEW = 5;

    private final RuleBook book;
    private final Words words;
    private final Detail detail;

    public AssessmentText(RuleBook book, Lang lang, Detail detail) {
        this.book = book;
        this.words = new Words(book, lang);
        this.detail = detail;
    }

    public String write(Assessment assessment, Profile profile) {
        return write(assessment, profile, new Gap(new Assessor(book)).at(profile, assessment.asOf()));
    }

    /** {@code gaps}: of the same profile on the same day; those that are told are worked out. */
    public String write(Assessment assessment, Profile profile, Gaps gaps) {
        boolean few = assessment.policies().size() <= FEW;
        Report report = new Report(book, words, detail.openOnly(!few), profile, gaps);
        Page page = new Page();
        heading(page, assessment, profile);
        if (report.detail().openOnly()) {
            new OverviewText(report).write(page.blank(), assessment);
            List<PolicyAssessment> near = near(assessment, new Reasons(words));
            rest(page, report, near);
            hint(page);
        } else {
            List<PolicyAssessment> ranked = Rank.order(assessment.policies());
            new SummaryText(report).write(page, ranked);
            rest(page, report, ranked);
        }
        footer(page.blank(), assessment);
        return page.toString();
    }

    /** The policies worth a reader's time: decided for the enterprise, or close. */
    private static List<PolicyAssessment> near(Assessment assessment, Reasons reasons) {
        return assessment.policies().stream()
                .filter(p -> Standing.of(p, reasons).worthTelling())
                .sorted(Standing.order(reasons))
                .toList();
    }

    private void rest(Page page, Report report, List<PolicyAssessment> policies) {
        if (!detail.brief()) {
            details(page, report, policies);
            new MissingText(report).write(page, policies);
        }
    }

    private void hint(Page page) {
        String zh = "其余政策的条件和要填的资料,以及每一项条件: huiqi check 档案 --policy 政策,或者 --all。";
        page.blank()
                .line(words.of(
                        zh, "All conditions of a policy: huiqi check PROFILE --policy ID, of all of them: --all."));
    }

    private void heading(Page page, Assessment assessment, Profile profile) {
        String nameless = words.of("(未填企业名称)", "(no name given)");
        page.line(profile.enterprise().find("name").map(Object::toString).orElse(nameless));
        int answers = profile.enterprise().answers().size();
        String own = words.of("已填企业信息 " + answers + " 项", answers + " answers about the enterprise");
        page.line(words.of("评估日 ", "as of ") + assessment.asOf() + " · " + own + lists(profile));
    }

    private String lists(Profile profile) {
        return profile.lists().entrySet().stream()
                .map(e -> ", "
                        + count(book.dictionary().get(e.getKey()), e.getValue().size()))
                .collect(Collectors.joining());
    }

    private String count(FactType type, int size) {
        return words.of(type.label() + " " + size + " 个", size + " " + type.list());
    }

    private void details(Page page, Report report, List<PolicyAssessment> policies) {
        policies.stream().filter(p -> detail.all() || Rank.judged(p)).forEach(p -> policy(page.blank(), report, p));
    }

    private void policy(Page page, Report report, PolicyAssessment assessment) {
        Policy policy = book.findPolicy(assessment.policy()).orElseThrow();
        page.line("━━ " + policy.name().in(words.lang()) + " ━━ " + policy.id());
        VerdictText verdicts = new VerdictText(report);
        byStage(assessment).values().stream()
                .filter(stage -> !report.detail().openOnly() || Standing.told(assessment, stage))
                .forEach(stage -> verdicts.write(page.in(), policy, stage));
        assessment
                .amount()
                .filter(a -> !report.detail().openOnly()
                        || new Money(report).worth(assessment).isPresent())
                .ifPresent(
                        a -> amount(page.blank().in(), report, policy.amount().orElseThrow(), a));
        if (report.detail().openOnly()) {
            window(page.blank().in(), policy);
        } else {
            doubts(page, policy);
        }
    }

    private static Map<String, List<Verdict>> byStage(PolicyAssessment assessment) {
        return assessment.verdicts().stream()
                .collect(Collectors.groupingBy(Verdict::stage, LinkedHashMap::new, Collectors.toList()));
    }

    private void amount(Page page, Report report, AmountPlan plan, Amount amount) {
        String label = book.rules().findSheet(plan.sheet()).orElseThrow().type().label();
        new AmountText(report, amount, plan.columns()).write(page, words.of(label, "Amount"));
    }

    /** When and where, and where the rest is told. */
    private void window(Page page, Policy policy) {
        if (!policy.window().isEmpty()) {
            page.line(words.of("办理: ", "window: ") + policy.window());
        }
        String doubts = policy.doubts().isEmpty()
                ? ""
                : words.of(
                        "存疑 " + policy.doubts().size() + " 处;", policy.doubts().size() + " doubts; ");
        page.line(doubts + words.of("材料和文件: huiqi policies ", "materials, documents: huiqi policies ") + policy.id());
    }

    private void doubts(Page page, Policy policy) {
        if (!policy.doubts().isEmpty()) {
            String zh = "本政策有 " + policy.doubts().size() + " 处存疑,办理时间、材料和文件全称见 huiqi policies ";
            String en = policy.doubts().size() + " open doubts; window, materials and documents: huiqi policies ";
            page.blank().in().line(words.of(zh, en) + policy.id());
        }
    }

    private void footer(Page page, Assessment assessment) {
        page.line(SummaryText.legend(words));
        page.line(
                words.of(
                        "依据后的字: 原文 = 读到原文,节选 = 读到节选,转述 = 只见转述、待核原文,未核 = 没有读到原文、仅供参考。",
                        "Source of a clause: full text, excerpt, secondary (check the text), unchecked (for orientation only)."));
        String only = words.of(
                "本结果按所填信息和规则库推算,不代替主管部门的认定。规则库 ",
                "Computed from the answers given; it does not replace the decision of the authority. Rule book ");
        page.line(only + assessment.ruleBook().substring(0, 12));
    }
}
