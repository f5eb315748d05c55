package org.huiqi.engine.drl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.huiqi.engine.TinyPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand around the constraints of criteria.drl, and what may not. */
final class RulesRefusedTest {
    private static final String CITED = "@document(\"文\") @clause(\"一\") @seen(\"full\")";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            Enterprise( sales > 5 ) Product( price > 5 ) => 2 patterns
            Enterprise( sales > 5 ) and Product( price > 5 ) => 2 patterns
            Enterprise( sales > 5 ) or Enterprise( cost > 5 ) => 'or'
            (Enterprise( sales > 5 ) or Enterprise( cost > 5 )) => 'or'
            eval( true ) => 'eval'
            eval( Runtime.getRuntime().exec("x") != null ) => 'eval'
            forall( Product( price > 5 ) ) => 'forall'
            exists( Product( price > 5 ) and Product( price > 6 ) ) => only one pattern
            exists( Product( price > 5 ) or Product( price > 6 ) ) => only one pattern
            not( exists( Product( price > 5 ) ) ) => only one pattern
            not not Product( price > 5 ) => not DRL
            exists Enterprise( sales > 5 ) => exactly one Enterprise
            not Enterprise( sales > 5 ) => exactly one Enterprise
            exists $p : Product( price > 5 ) => the binding $p
            $e : Enterprise( sales > 5 ) => the binding $e
            Enterprise() => tests nothing
            exists Product() => tests nothing
            Enterprise => not DRL
            Firm( sales > 5 ) => unknown fact type 'Firm'
            java.lang.String( length > 5 ) => unknown fact type
            String( this == "x" ) => unknown fact type 'String'
            Object() => unknown fact type 'Object'
            Enterprise( sales > 5 ) from new java.util.ArrayList() => 'from
            Enterprise( sales > 5 ) from java.lang.System.exit(1) => 'from
            Enterprise( sales > 5 ) from collect( Product( price > 5 ) ) => 'from collect'
            Enterprise( sales > 5 ) from entry-point "x" => 'from entrypoint'
            Enterprise( sales > 5 ) over window:length( 5 ) => window
            Enterprise( sales > 5; ) => a constraint by position
            Enterprise( sales > 5 ) @watch( sales ) => @watch
            ?Enterprise( 5; ) => a query
            /products[ price > 5 ] => 'pattern'
            Product( price > 5, price > 5 ) => tests a Product
            accumulate( Product( price > 5 ); $n : sum( price ); $n > 2 ) => such an accumulate
            accumulate( Product( price > 5 ); $n : count( price ); $n > 2 ) => such an accumulate
            accumulate( Product( price > 5 ); $n : count(); $m > 2 ) => such an accumulate
            accumulate( Product( price > 5 ); $n : count(); $n > 2, $n < 5 ) => such an accumulate
            accumulate( Product( price > 5 ); $n : count(); $n > 2.5 ) => such an accumulate
            accumulate( Product( price > 5 ); $n : count(); $n > System.exit( 1 ) ) => such an accumulate
            accumulate( Product( price > 5 ); $n : count(), $m : count(); $n > 2 ) => such an accumulate
            accumulate( Product( price > 5 ) and Product( price > 6 ); $n : count(); $n > 2 ) => such an accumulate
            accumulate( $p : Product( price > 5 ); $n : count(); $n > 2 ) => the binding $p
            accumulate( Enterprise( sales > 5 ); $n : count(); $n > 2 ) => exactly one Enterprise
            accumulate( Product( price > 5 ), init( int n = 0; ) action( n++; ) result( n ) ) => not DRL
            Integer() from accumulate( Product( price > 5 ), init( System.exit(1); ) action() reverse() result( 1 ) ) => such an accumulate
            Review( criterion == "T-1", met == true ) => not a proper judgement
            """)
    void aLeftHandSideIsRefusedByName(String leftHandSide, String what) {
        Refusal.of(new TinyPack().rule("T-1", leftHandSide), what);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Review( criterion == \"T-2\", met == true )",
                "Review( met == true, criterion == \"T-1\" )",
                "Review( criterion == \"T-1\", met == false )",
                "Review( criterion == \"T-1\", met == true ) from System.exit(1)",
                "$r : Review( criterion == \"T-1\", met == true )",
                "exists Review( criterion == \"T-1\", met == true )",
                "Enterprise( sales > 5 )"
            })
    void aJudgementThatIsMoreThanAJudgementIsRefused(String leftHandSide) {
        Refusal.of(new TinyPack().rule("T-1", "@soft", leftHandSide), "not a proper judgement");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            import java.io.*; => import java.io.*
            import java.util.List; import java.io.File; => import java.io.File
            import policies.other.*; => import policies.other.*
            import static java.lang.Math.max; => function import java.lang.Math.max
            import function java.lang.Math.max; => function import java.lang.Math.max
            import accumulate java.util.ArrayList list; => accumulate import
            global java.util.List list; => global list
            function int one() { return 1; } => function one
            query all() Enterprise( sales > 5 ) end => query all
            declare Other name : String @label("名") end => types are declared in facts.drl
            declare enum Colour RED("红"); zh : String end => enum Colour
            declare window W Enterprise() over window:length( 5 ) end => window W
            declare entry-point E end => entry point E
            dialect "java" => attribute dialect
            no-loop true => attribute no-loop
            unit Some; => not DRL
            expander some.dsl => not DRL
            nonsense => not DRL
            """)
    void aStatementIsRefusedByName(String statement, String what) {
        String drl = "package policies.tiny;\nimport facts.*;\n" + statement + "\nrule \"T-1 说法\" " + CITED
                + " when Enterprise( sales > 5 ) then met(); end";
        Refusal.of(new TinyPack().file("policies/tiny/criteria.drl", drl), what);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "salience 5,rule attribute salience",
        "no-loop,rule attribute no-loop",
        "agenda-group \"a\",rule attribute agenda-group",
        "ruleflow-group \"a\",rule attribute ruleflow-group",
        "activation-group \"a\",rule attribute activation-group",
        "lock-on-active,rule attribute lock-on-active",
        "auto-focus,rule attribute auto-focus",
        "enabled false,rule attribute enabled",
        "duration 5,rule attribute duration",
        "timer ( int: 5 ),rule attribute timer",
        "calendars \"c\",rule attribute calendars",
        "date-effective \"01-JAN-2025\",rule attribute date-effective",
        "dialect \"mvel\",rule attribute dialect"
    })
    void aRuleAttributeIsRefusedByName(String attribute, String what) {
        Refusal.of(
                new TinyPack()
                        .drl("rule \"T-1 说法\" " + CITED + "\n" + attribute
                                + "\nwhen Enterprise( sales > 5 ) then met(); end"),
                what);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                "met(); met();",
                "System.exit(1);",
                "met(); System.exit(1);",
                "/* c */ met();",
                "modify( $e ) { setSales( 1B ) }",
                "insert( new Object() );",
                "drools.halt();",
                "met()",
                "m\\u0065t();"
            })
    void aConsequenceThatDoesMoreOrLessThanMeetIsRefused(String consequence) {
        Refusal.of(
                new TinyPack()
                        .drl("rule \"T-1 说法\" " + CITED + " when Enterprise( sales > 5 ) then " + consequence + " end"),
                "consequence of T-1 is not 'met();'");
    }

    @Test
    void whatARuleInheritsOrDoesBesideItsConsequenceIsRefused() {
        Refusal.of(
                new TinyPack()
                        .drl("rule \"T-1 说法\" extends \"T-0\" " + CITED
                                + " when Enterprise( sales > 5 ) then met(); end"),
                "extends T-0");
        Refusal.of(
                new TinyPack()
                        .drl("rule \"T-1 说法\" " + CITED
                                + " when Enterprise( sales > 5 ) then met(); then[more] System.exit(1); end"),
                "named consequence [more]");
        Refusal.of(
                new TinyPack()
                        .drl("rule \"T-1 说法\" " + CITED
                                + " when Enterprise( sales > 5 ) do[more] then met(); then[more] x(); end"),
                "");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            @document("文") @clause("一") => no @seen
            @document("文") @seen("full") => no @clause
            @clause("一") @seen("full") => no @document
            @document("文") @clause("一") @seen("heard") => @seen("heard")
            @document("文") @clause("一") @seen => no @seen
            @document("无") @clause("一") @seen("full") => unknown document '无'
            @document("文") @clause("一") @seen("full") @points("many") => @points("many")
            @document("文") @clause("一") @seen("full") @points("-5") => @points("-5")
            @document("文") @clause("一") @seen("full") @points("8-7") => @points("8-7")
            @document("文") @clause("一") @seen("full") @points("1e999999999") => @points
            @document("文") @clause("一") @seen("full") @seen("memory") => @seen stands twice
            @document("文") @clause("一") @seen("full") @clauses("二") => unknown annotation @clauses
            @document("文") @clause("一") @seen("full") @Propagation(IMMEDIATE) => unknown annotation @Propagation
            @document("文") @clause("一") @seen("full") @java.lang.Deprecated => unknown annotation
            @document("文") @clause(a = "一", b = "二") @seen("full") => more than one plain text
            @document("文") @clause("一\\u0022") @seen("full") => more than one plain text
            """)
    void aRuleWithoutProperCitationIsRefused(String annotations, String what) {
        Refusal.of(
                new TinyPack().drl("rule \"T-1 说法\" " + annotations + "\nwhen Enterprise( sales > 5 ) then met(); end"),
                what);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "\"T-1\"",
                "\"T-1 \"",
                "\"条件 说法\"",
                "\"T_1 说法\"",
                "\"T-1;x 说法\"",
                "\"T-1\\\" when eval(true) 说法\"",
                "\"\"",
                "T1"
            })
    void aRuleNameIsAnIdAndAClaim(String name) {
        Refusal.of(
                new TinyPack().drl("rule " + name + " " + CITED + " when Enterprise( sales > 5 ) then met(); end"),
                "rule name '");
    }

    @Test
    void aRuleNameOfAHundredThousandLettersIsRefusedWithAShortMessage() {
        Refusal.of(new TinyPack().rule("T".repeat(100_000), "Enterprise( sales > 5 )"), "rule name 'TTT");
    }

    @Test
    void theSameIdTwiceIsRefusedAtTheSecond() {
        Refusal.of(
                new TinyPack().rule("T-1", "Enterprise( sales > 5 )").rule("T-1", "Enterprise( cost > 5 )"),
                "policies/tiny/criteria.drl:6",
                "the id T-1 is taken by rules/policies/tiny/criteria.drl:3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"package policies.other;", "package a;", "package facts;", ""})
    void thePackageIsThatOfTheFolder(String statement) {
        Refusal.of(new TinyPack().file("policies/tiny/criteria.drl", statement + "\nimport facts.*;\n"), "package '");
    }

    /** A hostile or broken file must not stop the loader from saying what is wrong with the others. */
    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "",
                "\n",
                "//",
                "/*",
                "\"",
                "package policies.tiny; rule \"T-1 说法\" when Enterprise( name == \"x ) then met(); end",
                "package policies.tiny; rule \"T-1 说法\"",
                "package policies.tiny; rule \"T-1 说法\" when then met(); end",
                "package policies.tiny; rule \"T-1 说法\" then met(); end",
                "package policies.tiny; rule \"T-1 说法\" when Enterprise( then met(); end",
                "package policies.tiny; rule \"T-1 说法\" @document( when Enterprise( sales > 5 ) then met(); end",
                "package policies.tiny; rule",
                "package",
                "end end end",
                "package policies.tiny; rule \"T-1 \u0000\" when Enterprise( sales > 5 ) then met(); end",
                "package policies.tiny; // \u202e reversed",
                "\ufeffpackage policies.tiny;"
            })
    void aBrokenFileIsRefusedAndTheOthersAreStillRead(String text) {
        TinyPack pack = new TinyPack().field("other : Nonsense @label(\"x\")").file("policies/tiny/criteria.drl", text);
        Refusal.of(pack, "field 'other' has the type Nonsense");
    }

    @Test
    void bracketsWithoutEndBreakNothing() {
        for (String open : new String[] {"(", "exists(", "not(", "@document(", "["}) {
            TinyPack pack = new TinyPack().drl("rule \"T-1 说法\" when " + open.repeat(20_000) + " then met(); end");
            assertThatCode(() -> Refusal.of(pack, "")).doesNotThrowAnyException();
        }
    }

    @Test
    void commentsSayNothing() {
        TinyPack pack = new TinyPack()
                .rule("T-1", "Enterprise( sales > 5 /* , cost > 1 */, // and\n cost > 2 ) // eval( true )")
                .drl("/* rule \"T-2 x\" when eval( true ) then System.exit( 1 ); end */");
        assertThat(pack.problems()).isEmpty();
        assertThat(pack.book().rules().criteria()).hasSize(1);
        assertThat(pack.book().rules().atomsOf("Enterprise")).hasSize(2);
    }

    @Test
    void everyProblemOfEveryFileIsSaidAtOnce() {
        TinyPack pack = new TinyPack()
                .field("class : String @label(\"类\")")
                .rule("T-1", "Enterprise( sale > 5 )")
                .rule("T-2", "Enterprise( sales / 2 > 5 )")
                .drl("global java.util.List x;")
                .amount("declare S @label(\"表\") @sheet(\"Firm\") f : Integer @label(\"数\") end")
                .policy("stages: {apply: {all: [T-1, T-3], color: red}}\n");
        assertThat(pack.problems())
                .extracting(p -> p.place().replaceAll(":\\d+$", ""))
                .contains("rules/facts.drl", "rules/policies/tiny/amount.drl", "rules/policies/tiny/policy.yaml");
    }

    @Test
    void aRefusedRuleIsNotMissedASecondTimeInTheTree() {
        assertThat(new TinyPack().rule("T-1", "eval( true )").problems()).hasSize(1);
        assertThat(new TinyPack().rule("T-1", "nonsense nonsense").problems())
                .extracting(p -> p.place())
                .allMatch(place -> place.contains("criteria.drl"));
    }
}
