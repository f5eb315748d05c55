package org.huiqi.engine.drl;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.huiqi.problem.Nearest;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** One DRL file parsed by Drools' own parser, with everything refused that could do more than judge. */
final class DrlFile {
    private static final Set<String> IMPORTS =
            Set.of("facts.*", "java.math.BigDecimal", "java.time.LocalDate", "java.util.List");

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
            parser.getErrors()
                    .forEach(e -> complaints.add(
                            line(e.getLines()), "not DRL: " + e.getMessage().strip(), ""));
            if (descr == null || !parser.getErrors().isEmpty()) {
                return Optional.empty();
            }
            DrlFile file = new DrlFile(descr, complaints);
            file.refuseWhatIsNotARule(expectedPackage);
            return Optional.of(file);
        } catch (DroolsParserException | RuntimeException e) {
            complaints.add(1, "not DRL: " + e.getMessage(), "");
            return Optional.empty();
        }
    }

    PackageDescr descr() {
        return descr;
    }

    private static int line(int[] lines) {
        return lines == null || lines.length == 0 ? 1 : lines[0];
    }

    private void refuseWhatIsNotARule(String expectedPackage) {
        if (!descr.getName().equals(expectedPackage)) {
            complaints.add(1, "package '" + descr.getName() + "'.", "Write 'package " + expectedPackage + ";'.");
        }
        descr.getImports().stream()
                .filter(i -> !IMPORTS.contains(i.getTarget()))
                .forEach(i -> refuse(i.getLine(), "import " + i.getTarget(), "Rules may import facts.* only."));
        descr.getFunctionImports().forEach(i -> refuse(i.getLine(), "function import " + i.getTarget(), ""));
        descr.getAccumulateImports().forEach(i -> refuse(i.getLine(), "accumulate import " + i.getTarget(), ""));
        descr.getGlobals().forEach(g -> refuse(g.getLine(), "global " + g.getIdentifier(), ""));
        descr.getFunctions().forEach(f -> refuse(f.getLine(), "function " + f.getName(), ""));
        descr.getEnumDeclarations().forEach(e -> refuse(e.getLine(), "enum " + e.getTypeName(), "Use @choices."));
        descr.getEntryPointDeclarations().forEach(e -> refuse(e.getLine(), "entry point " + e.getEntryPointId(), ""));
        descr.getWindowDeclarations().forEach(w -> refuse(w.getLine(), "window " + w.getName(), ""));
        descr.getAttributes().forEach(a -> refuse(a.getLine(), "attribute " + a.getName(), ""));
        descr.getRules().forEach(this::refuseExtras);
    }

    private void refuseExtras(RuleDescr rule) {
        if (rule instanceof QueryDescr) {
            refuse(rule.getLine(), "query " + rule.getName(), "");
        }
        rule.getAttributes()
                .values()
                .forEach(a -> refuse(
                        rule.getLine(), "rule attribute " + a.getName(), "Criteria have no order and no state."));
        if (rule.getParentName() != null && !rule.getParentName().isEmpty()) {
            refuse(rule.getLine(), "extends " + rule.getParentName(), "Write the criterion whole.");
        }
        if (!rule.getNamedConsequences().isEmpty()) {
            refuse(rule.getLine(), "named consequences", "");
        }
    }

    private void refuse(int line, String what, String remedy) {
        complaints.add(line, what + " is not permitted in a rule file: a rule can judge, and do nothing else.", remedy);
    }

    /** Complains of annotations nobody knows. */
    static void checkAnnotations(
            List<AnnotationDescr> annotations, Set<String> known, int line, Complaints complaints) {
        annotations.stream()
                .filter(a -> !known.contains(a.getName()))
                .forEach(a -> complaints.add(
                        line, "unknown annotation @" + a.getName() + ".", Nearest.maybe(a.getName(), known)));
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
