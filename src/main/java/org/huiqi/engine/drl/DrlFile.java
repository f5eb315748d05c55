package org.huiqi.engine.drl;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.huiqi.problem.Nearest;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** One DRL file parsed by Drools' own parser, with everything refused that could do more than judge. */
final class DrlFile {
    private static final Set<String> IMPORTS =
            Set.of("facts.*", "java.math.BigDecimal", "java.time.LocalDate", "java.util.List");

    private static final int LONGEST_TEXT = 2_000;
    private static final String STATELESS = "Criteria have no order and no state.";
    private static final String SYNTAX = "Compare it with the forms in rules/README.md.";

    private final PackageDescr descr;
    private final Complaints complaints;

    private DrlFile(PackageDescr descr, Complaints complaints) {
        this.descr = descr;
        this.complaints = complaints;
    }

    /** Empty if the text is not DRL at all; the complaints then say why. */
    static Optional<DrlFile> parse(String text, String expectedPackage, Complaints complaints) {
        try {
            DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
            PackageDescr descr = parser.parse(false, text);
            parser.getErrors().forEach(e -> complaints.add(line(e), "not DRL: " + brief(e.getMessage()), SYNTAX));
            if (descr == null || !parser.getErrors().isEmpty()) {
                return Optional.empty();
            }
            DrlFile file = new DrlFile(descr, complaints);
            file.refuseWhatIsNotARule(expectedPackage);
            return Optional.of(file);
        } catch (DroolsParserException | RuntimeException e) {
            complaints.add(1, "not DRL: " + brief(String.valueOf(e.getMessage())), SYNTAX);
        } catch (StackOverflowError e) {
            complaints.add(1, "brackets nested without end.", "Split the rule; no constraint needs that many.");
        }
        return Optional.empty();
    }

    /** The parser's first line; what follows may be its stack trace. */
    private static String brief(String message) {
        String first =
                message.strip().lines().findFirst().orElse("").replaceAll("unexpected exception.*", "unexpected end");
        return first.length() <= 200 ? first : first.substring(0, 200) + "…";
    }

    PackageDescr descr() {
        return descr;
    }

    private static int line(DroolsError e) {
        return e.getLines() == null || e.getLines().length == 0 ? 1 : e.getLines()[0];
    }

    private void refuseWhatIsNotARule(String expectedPackage) {
        if (!descr.getName().equals(expectedPackage)) {
            complaints.add(1, "package '" + descr.getName() + "'.", "Write 'package " + expectedPackage + ";'.");
        }
        descr.getImports().stream()
                .filter(i -> !IMPORTS.contains(i.getTarget()))
                .forEach(i -> refuse(i.getLine(), "import " + i.getTarget(), "Rules may import facts.* only."));
        String plain = "Compare fields with fields or literals.";
        descr.getFunctionImports().forEach(i -> refuse(i.getLine(), "function import " + i.getTarget(), plain));
        descr.getAccumulateImports()
                .forEach(i -> refuse(i.getLine(), "accumulate import " + i.getTarget(), "Only count() is there."));
        descr.getGlobals().forEach(g -> refuse(g.getLine(), "global " + g.getIdentifier(), plain));
        descr.getFunctions().forEach(f -> refuse(f.getLine(), "function " + f.getName(), plain));
        descr.getEnumDeclarations().forEach(e -> refuse(e.getLine(), "enum " + e.getTypeName(), "Use @choices."));
        String memory = "Facts come from the profile alone.";
        descr.getEntryPointDeclarations()
                .forEach(e -> refuse(e.getLine(), "entry point " + e.getEntryPointId(), memory));
        descr.getWindowDeclarations().forEach(w -> refuse(w.getLine(), "window " + w.getName(), memory));
        descr.getAttributes().forEach(a -> refuse(a.getLine(), "attribute " + a.getName(), STATELESS));
        if (descr.getUnit() != null) {
            refuse(descr.getUnit().getLine(), "unit " + descr.getUnit().getTarget(), "Write a package.");
        }
        descr.getRules().forEach(this::refuseExtras);
    }

    private void refuseExtras(RuleDescr rule) {
        if (rule instanceof QueryDescr) {
            refuse(rule.getLine(), "query " + rule.getName(), "Write a rule.");
        }
        rule.getAttributes().values().forEach(a -> refuse(rule.getLine(), "rule attribute " + a.getName(), STATELESS));
        if (rule.getParentName() != null && !rule.getParentName().isEmpty()) {
            refuse(rule.getLine(), "extends " + rule.getParentName(), "Write the criterion whole.");
        }
        if (!rule.getNamedConsequences().isEmpty()) {
            refuse(
                    rule.getLine(),
                    "named consequence " + rule.getNamedConsequences().keySet(),
                    "A rule has one consequence.");
        }
    }

    private void refuse(int line, String what, String remedy) {
        complaints.add(line, what + " is not permitted in a rule file: a rule can judge, and do nothing else.", remedy);
    }

    /** Complains of annotations that nobody knows, that stand twice, or whose text would not read as it stands. */
    static void checkAnnotations(
            Collection<AnnotationDescr> annotations, Set<String> known, int line, Complaints complaints) {
        for (AnnotationDescr a : annotations) {
            if (!known.contains(a.getName())) {
                complaints.add(line, "unknown annotation @" + a.getName() + ".", Nearest.maybe(a.getName(), known));
            }
            if (a.isDuplicated()) {
                complaints.add(line, "@" + a.getName() + " stands twice.", "Keep one.");
            }
            if (!plain(a)) {
                complaints.add(
                        line,
                        "@" + a.getName() + " holds more than one plain text.",
                        "Write @" + a.getName() + "(\"…\"), without backslashes, at most " + LONGEST_TEXT
                                + " characters.");
            }
        }
    }

    private static boolean plain(AnnotationDescr a) {
        Object value = a.getSingleValue();
        boolean alone =
                value == null ? a.getValueMap().isEmpty() : a.getValueMap().size() == 1;
        String text = String.valueOf(value);
        return alone && text.indexOf('\\') < 0 && text.length() <= LONGEST_TEXT;
    }

    /** The text of an annotation, or empty. */
    static Optional<String> text(Iterable<AnnotationDescr> annotations, String name) {
        for (AnnotationDescr a : annotations) {
            if (a.getName().equals(name)) {
                return Optional.of(
                        a.getSingleValue() == null
                                ? ""
                                : unquote(a.getSingleValue().toString()));
            }
        }
        return Optional.empty();
    }

    private static String unquote(String s) {
        return s.length() >= 2 && s.startsWith("\"") && s.endsWith("\"") ? s.substring(1, s.length() - 1) : s;
    }
}
