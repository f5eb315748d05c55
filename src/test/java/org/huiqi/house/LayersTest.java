package org.huiqi.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

@AnalyzeClasses(packages = "org.huiqi", importOptions = ImportOption.DoNotIncludeTests.class)
final class LayersTest {
    /** From top to bottom. */
    private static final List<List<String>> LAYERS = List.of(
            List.of("app"),
            List.of("cli", "web", "spark"),
            List.of("report", "screen", "audit", "advise", "ledger"),
            List.of("assess"),
            List.of("engine", "policy"),
            List.of("profile", "verdict"),
            List.of("problem"));

    @ArchTest
    static final ArchRule everyClassHasALayer = classes().should().resideInAnyPackage(packages(LAYERS));

    @ArchTest
    static final ArchRule dependenciesPointDown = CompositeArchRule.of(IntStream.range(1, LAYERS.size())
            .mapToObj(i -> neverUses(packages(LAYERS.subList(i, i + 1)), packages(LAYERS.subList(0, i))))
            .toList());

    @ArchTest
    static final ArchRule theEngineDoesNotKnowPolicies = neverUses("org.huiqi.engine..", "org.huiqi.policy..");

    @ArchTest
    static final ArchRule policiesDoNotKnowTheEngine = neverUses("org.huiqi.policy..", "org.huiqi.engine..");

    @ArchTest
    static final ArchRule noPackagesDependOnEachOtherInACircle =
            slices().matching("org.huiqi.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule aVerdictKnowsTheJdkOnly = classes()
            .that()
            .resideInAPackage("org.huiqi.verdict..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.huiqi.verdict..", "org.huiqi.problem..", "java..", "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule onlyTheEngineTouchesDrools = only("org.huiqi.engine..", "org.drools..", "org.kie..");

    @ArchTest
    static final ArchRule onlyTheWebTouchesJavalin =
            only("org.huiqi.web..", "io.javalin..", "jakarta.servlet..", "org.eclipse.jetty..");

    @ArchTest
    static final ArchRule onlyTheCommandLineTouchesPicocli = only("org.huiqi.cli..", "picocli..");

    @ArchTest
    static final ArchRule onlyTheScaleOutEntranceTouchesSpark = only("org.huiqi.spark..", "org.apache.spark..");

    @ArchTest
    static final ArchRule onlyOnePackageTouchesParquet =
            only("org.huiqi.screen.parquet..", "org.apache.parquet..", "org.apache.hadoop..");

    @ArchTest
    static final ArchRule packagesAreTopicsNeverDrawers = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..common..", "..helper..", "..impl..", "..dto..", "..service..", "..manager..");

    @ArchTest
    static void theRulesAboveSeeTheCompiledClasses(JavaClasses classes) {
        assertThat(classes.contain("org.huiqi.app.Main")).isTrue();
    }

    private static String[] packages(List<List<String>> layers) {
        return layers.stream()
                .flatMap(Collection::stream)
                .map("org.huiqi.%s.."::formatted)
                .toArray(String[]::new);
    }

    private static ArchRule neverUses(String ours, String theirs) {
        return neverUses(new String[] {ours}, new String[] {theirs});
    }

    private static ArchRule neverUses(String[] ours, String[] theirs) {
        return noClasses()
                .that()
                .resideInAnyPackage(ours)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(theirs);
    }

    private static ArchRule only(String ours, String... theirs) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ours)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(theirs);
    }
}
