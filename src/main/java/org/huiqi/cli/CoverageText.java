package org.huiqi.cli;

import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.huiqi.audit.Coverage;
import org.huiqi.audit.Thresholds;
import org.huiqi.policy.Policy;
import org.huiqi.problem.Lang;
import org.huiqi.verdict.Truth;

/** What the cases have shown, policy by policy, and what they have not. */
final class CoverageText {
    private final boolean zh;
    private final PrintStream out;

    CoverageText(Lang lang, PrintStream out) {
        this.zh = lang == Lang.ZH;
        this.out = out;
    }

    /** Writes it all; true if every criterion was seen in every truth and every threshold from every side. */
    boolean write(List<Policy> policies, Coverage coverage) {
        boolean complete = true;
        for (Policy policy : policies) {
            Coverage.Of of = coverage.of(policy.id());
            out.println(policy.id() + ": "
                    + (zh ? "条件 " : "criteria ") + share(of.complete(), of.criteria())
                    + (zh ? ", 界值 " : ", sides of thresholds ") + share(of.reached(), of.thresholds()));
            of.gaps()
                    .forEach(g -> out.println("    " + g.criterion() + (zh ? " 没有见过: " : " never seen: ")
                            + words(g.never().stream().map(this::word).toList())));
            of.unreached()
                    .forEach(u -> out.println(
                            "    " + u.criterion() + " " + u.comparison() + (zh ? " 没有试过: " : " never tried: ")
                                    + words(u.never().stream().map(this::word).toList())));
            complete &= of.gaps().isEmpty() && of.unreached().isEmpty();
        }
        return complete;
    }

    /** Never 100% while something is left. */
    private static String share(int part, int whole) {
        return part + "/" + whole + " = " + (whole == 0 ? 100 : part * 100 / whole) + "%";
    }

    private String words(Collection<String> words) {
        return words.stream().collect(Collectors.joining(zh ? "、" : ", "));
    }

    private String word(Truth truth) {
        return switch (truth) {
            case MET -> zh ? "满足" : "met";
            case UNMET -> zh ? "不满足" : "unmet";
            case UNKNOWN -> zh ? "未填" : "unknown";
            case REVIEW -> zh ? "待评审" : "review";
        };
    }

    private String word(Thresholds.Side side) {
        return switch (side) {
            case BELOW -> zh ? "以下" : "below";
            case AT -> zh ? "恰好" : "at";
            case ABOVE -> zh ? "以上" : "above";
        };
    }
}
