package org.huiqi.engine.drl;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.huiqi.engine.Place;
import org.huiqi.engine.Points;
import org.huiqi.problem.Nearest;
import org.huiqi.verdict.Seen;

/** What stands above {@code when}: id, claim and citation. */
record RuleHead(
        String id,
        String claim,
        String en,
        Place place,
        String document,
        String clause,
        Seen seen,
        String note,
        Optional<Points> points,
        boolean soft) {

    private static final Set<String> ANNOTATIONS = Set.of("document", "clause", "seen", "soft", "points", "note", "en");
    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9-]{1,40}) (\\S.{0,200})");

    static RuleHead read(RuleDescr rule, Complaints complaints) {
        int line = rule.getLine();
        List<AnnotationDescr> annotations = List.copyOf(rule.getAnnotations());
        DrlFile.checkAnnotations(annotations, ANNOTATIONS, line, complaints);
        Matcher name = NAME.matcher(rule.getName());
        boolean named = name.matches();
        if (!named) {
            complaints.add(
                    line,
                    "rule name '" + brief(rule.getName()) + "'.",
                    "Write \"ID claim\": \"AMV-04 上年制造业销售额占比超过50%\".");
        }
        return new RuleHead(
                named ? name.group(1) : brief(rule.getName()),
                named ? name.group(2) : "",
                DrlFile.text(annotations, "en").orElse(""),
                new Place(complaints.file(), line),
                required(annotations, "document", line, complaints),
                required(annotations, "clause", line, complaints),
                seen(annotations, line, complaints),
                DrlFile.text(annotations, "note").orElse(""),
                points(annotations, line, complaints),
                DrlFile.text(annotations, "soft").isPresent());
    }

    private static String brief(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }

    private static String required(List<AnnotationDescr> annotations, String name, int line, Complaints complaints) {
        Optional<String> text = DrlFile.text(annotations, name).filter(t -> !t.isBlank());
        if (text.isEmpty()) {
            complaints.add(line, "the rule has no @" + name + ".", "Every rule cites its source.");
        }
        return text.orElse("");
    }

    private static Seen seen(List<AnnotationDescr> annotations, int line, Complaints complaints) {
        String written = required(annotations, "seen", line, complaints);
        for (Seen seen : Seen.values()) {
            if (seen.code().equals(written)) {
                return seen;
            }
        }
        List<String> codes = List.of("full", "excerpt", "secondary", "memory");
        complaints.add(
                line, "@seen(\"" + written + "\").", "Permitted: " + codes + ". " + Nearest.maybe(written, codes));
        return Seen.MEMORY;
    }

    private static Optional<Points> points(List<AnnotationDescr> annotations, int line, Complaints complaints) {
        Optional<String> written = DrlFile.text(annotations, "points");
        Optional<Points> points = written.flatMap(Points::read);
        if (written.isPresent() && points.isEmpty()) {
            complaints.add(line, "@points(\"" + written.get() + "\").", "Write \"5\" or \"7-8\".");
        }
        return points;
    }
}
