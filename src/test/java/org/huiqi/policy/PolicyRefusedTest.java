package org.huiqi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huiqi.engine.TinyPack;
import org.huiqi.engine.drl.Refusal;
import org.huiqi.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What policy.yaml may not say. Lines are parted by ¶; the tiny pack has the criteria T-1, T-2, T-3 on the enterprise and P-1 on products. */
final class PolicyRefusedTest {
    private static TinyPack pack() {
        return new TinyPack()
                .rule("T-1", "@points(\"5\")", "Enterprise( sales > 5 )")
                .rule("T-2", "@points(\"7-8\")", "Enterprise( cost > 5 )")
                .rule("T-3", "Enterprise( staff > 5 )")
                .rule("P-1", "Product( price > 5 )");
    }

    private static final String ALL = "all: [T-1, T-2, T-3]";
    private static final String PRODUCTS = "  fund: {subject: Product, all: [P-1]}";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            all: [T-1, T-2, T-3, T-4] => unknown criterion 'T-4'
            all: [T-1, T-2, T-3, P-1] => P-1 tests a Product
            all: [T-1, T-2] => T-3 is in no requirement tree
            all: [] => an empty list
            all: => an empty list
            all: [T-1, T-2, T-3, {}] => an empty requirement
            all: [T-1, T-2, T-3, {label: x}] => an empty requirement
            all: [T-1, T-2, T-3, {al: [T-1]}] => unknown key 'al'
            all: [T-1, T-2, T-3, {any: []}] => an empty list
            all: [T-1, T-2, T-3, [T-1]] => expected 'key: value'
            al: [T-1, T-2, T-3] => unknown key 'al'
            any: [T-1, T-2, {if: T-3}] => 'if' without 'then'
            any: [T-1, T-2, {then: T-3}] => 'then' without 'if'
            any: [T-1, T-2, {all: [T-3], else: T-1}] => 'else' without 'if'
            any: [T-1, T-2, {atLeast: 1, all: [T-3]}] => 'atLeast' without 'of'
            any: [T-1, T-2, {of: [T-3]}] => 'atLeast: 0' of 1 parts
            atLeast: 4¶    of: [T-1, T-2, T-3] => 'atLeast: 4' of 3 parts
            atLeast: 0¶    of: [T-1, T-2, T-3] => 'atLeast: 0' of 3 parts
            atLeast: 1e999999999¶    of: [T-1, T-2, T-3] => '1e999999999' is not a number
            atLeast: two¶    of: [T-1, T-2, T-3] => 'two' is not a number
            all: [T-1, T-2, {all: [T-3], editions: [2025年]}] => unknown edition '2025年'
            all: [T-1, T-2, T-3]¶    information: 不评 => judges in more than one way
            all: [T-1, T-2, T-3]¶    results: [{result: 大, when: T-1}] => judges in more than one way
            results: [{result: 大, when: T-1}, {result: 小}, {result: 中, when: {all: [T-2, T-3]}}] => needs 'when'
            results: [{when: T-1}, {result: 中, when: {all: [T-2, T-3]}}] => 'result' is missing
            all: [T-1, T-2, T-3]¶    subject: Firm => unknown subject 'Firm'
            given: T-9¶    all: [T-1, T-2, T-3] => unknown criterion 'T-9'
            all: [T-3, {score: {id: T-S, label: 分, document: 文, clause: 一, seen: full, sections: []}}] => either 'above' or 'atLeast'
            all: [T-3, {score: {id: T-S, label: 分, document: 文, clause: 一, seen: full, above: 1, atLeast: 1, sections: []}}] => either 'above' or 'atLeast'
            all: [T-3, {score: {id: T-S, label: 分, document: 文, clause: 一, seen: full, above: 1, sections: []}}] => a score without sections
            all: [T-3, {score: {id: T-S, label: 分, document: 文, clause: 一, seen: full, above: 1, sections: [{label: 甲, items: []}]}}] => a section without items
            all: [T-3, {score: {id: T-S, label: 分, document: 文, clause: 一, seen: full, above: 1, sections: [{label: 甲, items: [T-1, T-3]}]}}] => T-3 has no @points
            all: [T-3, {score: {id: T-S, label: 分, document: 文, clause: 一, seen: full, above: 1, sections: [{label: 甲, items: [T-1, T-1]}]}}] => T-1 counts twice
            all: [T-3, {score: {id: T-S, label: 分, document: 文, clause: 一, seen: full, above: 1, sections: [{label: 甲, items: [{best: []}]}]}}] => either 'best' or 'field'
            all: [T-3, {score: {id: T-S, label: 分, document: 文, clause: 一, seen: full, above: 1, sections: [{label: 甲, items: [{field: sales}]}]}}] => must be a number with @min and @max
            all: [T-3, {score: {id: T-S, label: 分, document: 文, clause: 一, seen: full, above: 1, sections: [{label: 甲, items: [{field: sale}]}]}}] => unknown score field 'sale'
            all: [T-3, {score: {id: T-S, label: 分, document: 无, clause: 一, seen: full, above: 1, sections: [{label: 甲, items: [T-1, T-2]}]}}] => unknown document '无'
            all: [T-3, {score: {id: T-S, label: 分, document: 文, clause: 一, seen: heard, above: 1, sections: [{label: 甲, items: [T-1, T-2]}]}}] => seen 'heard'
            all: [T-3, {score: {id: T-3, label: 分, document: 文, clause: 一, seen: full, above: 1, sections: [{label: 甲, items: [T-1, T-2]}]}}] => the id T-3 is taken
            all: [T-3, {score: {label: 分, document: 文, clause: 一, seen: full, above: 1, sections: [{label: 甲, items: [T-1, T-2]}]}}] => 'id' is missing
            """)
    void aTreeIsRefusedByName(String tree, String what) {
        String yaml = "stages:\n  apply:\n    " + tree.replace('¶', '\n') + "\n" + PRODUCTS + "\n";
        Refusal.of(pack().policy(yaml), what);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            {name: 甲, key: {listYear: 2024}}, {name: 甲, key: {listYear: 2025}} => edition '甲' stands twice
            {name: 甲, key: {listYear: 2025}}, {name: 乙, key: {listYear: {from: 2025}}} => overlapping keys
            {name: 甲, key: {listYear: {to: 2025}}}, {name: 乙, key: {listYear: {from: 2025}}} => overlapping keys
            {name: 甲, key: {listYear: 2025}}, {name: 乙} => overlapping keys
            {name: 乙}, {name: 甲, key: {listYear: 2025}} => overlapping keys
            {name: 甲, key: {listYear: 2025}}, {name: 乙, key: {units: 5}} => overlapping keys
            {name: 甲, key: {}} => a key without fields
            {name: 甲, key: {listYear: }} => a key that fits everything
            {name: 甲, key: {listYear: {}}} => a key that fits everything
            {name: 甲, key: {lisyear: 2025}} => edition key 'lisyear' is no field
            {name: 甲, key: {listYear: 二零二五}} => is no range of Integer values
            {name: 甲, key: {listYear: 2025-01-01}} => is no range of Integer values
            {name: 甲, key: {listYear: {from: 2026, to: 2025}}} => is no range of Integer values
            {name: 甲, key: {founded: 2025}} => is no range of LocalDate values
            {name: 甲, key: {founded: {from: 2025-01}}} => is no range of LocalDate values
            {name: 甲, key: {founded: {from: 2025-1-1}}} => is no range of LocalDate values
            {name: 甲, key: {listed: yes}} => is no range of Boolean values
            {name: 甲, key: {listed: {from: false, to: true}}} => is no range of Boolean values
            {name: 甲, key: {branch: 渔业}} => is no range of String values
            {name: 甲, key: {branch: {from: 农业, to: 工业}}} => is no range of String values
            {name: 甲, key: {tags: x}} => is no range of List values
            {name: 甲, from: 2025-02-01, to: 2025-01-31} => is after 'to'
            {name: 甲, from: 2025-13-01} => '2025-13-01' is not a date
            {name: 甲, from: 2025} => '2025' is not a date
            {name: 甲, documents: [无]} => unknown document '无'
            {name: 甲, stages: [listed]} => unknown stage 'listed'
            {name: 甲, colour: red} => unknown key 'colour'
            {key: {listYear: 2025}} => 'name' is missing
            """)
    void anEditionIsRefusedByNameAtItsLine(String editions, String what) {
        String yaml = "editions: [" + editions + "]\nstages:\n  apply:\n    " + ALL + "\n" + PRODUCTS + "\n";
        Refusal.of(pack().policy(yaml), what);
        assertThat(pack().policy(yaml).problems()).anyMatch(p -> p.place().endsWith("policy.yaml:8"));
    }

    @Test
    void anEditionThatDemandsNothingIsRefused() {
        String yaml = """
                editions: [{name: 旧, key: {listYear: 2024}}, {name: 新, key: {listYear: 2025}}]
                stages:
                  apply:
                    all: [{all: [T-1, T-2, T-3], editions: [旧]}]
                """;
        Refusal.of(pack().policy(yaml + PRODUCTS + "\n"), "edition 新 demands nothing in stage apply");
    }

    @Test
    void anEditionOfAnotherStageIsUnknownInATree() {
        String yaml = """
                editions: [{name: 旧, stages: [fund]}, {name: 新, stages: [apply]}]
                stages:
                  apply:
                    all: [T-1, T-2, {all: [T-3], editions: [旧]}]
                """;
        Refusal.of(pack().policy(yaml + PRODUCTS + "\n"), "unknown edition '旧' in stage apply");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            id: other => id 'other' differs from the folder
            level: galactic => level 'galactic'
            kind: free => kind 'free'
            headline: fund => headline 'fund' is not a stage
            colour: red => unknown key 'colour'
            name: 小 => 'name' is missing
            name: {zh: 小} => 'en' is missing
            documents: {文: {seen: full}} => 'title' is missing
            documents: {文: {title: 文}} => 'seen' is missing
            documents: {文: {title: 文, seen: full, issued: gestern}} => 'gestern' is not a date
            documents: {文: {title: 文, seen: full, url: "javascript:alert(1)"}} => url 'javascript:alert(1)'
            documents: {文: {title: 文, seen: full, url: "https://x.cn/\\"onload="}} => url
            documents: {文: {title: 文, seen: full, from: 2025-02-01, to: 2025-01-01}} => is after 'to'
            stages: {} => at least one stage
            stages: {apply: {}} => demands nothing
            stages: {aply: {all: [T-1]}} => unknown stage 'aply'
            stages: {apply: {all: [T-1], title: [a, b]}} => expected a text
            stages: [apply] => at least one stage
            requires: [tiny] => back to itself
            requires: [tinny] => 'requires' names the unknown policy 'tinny'
            requires: tinny => 'requires' names the unknown policy 'tinny'
            excludes: [high-tech] => 'excludes' names the unknown policy 'high-tech'
            excludes: [tiny] => 'excludes' names tiny itself
            amount: {sheet: S, benefit: f} => unknown sheet 'S'
            amount: {benefit: f} => 'sheet' is missing
            amount: {sheet: S, benefit: f, results: [大]} => unknown result '大'
            """)
    void aKeyIsRefusedByName(String line, String what) {
        String key = line.substring(0, line.indexOf(':'));
        StringBuilder yaml = new StringBuilder();
        for (String usual : List.of(
                "id: tiny",
                "name: {zh: 小政策, en: Tiny}",
                "level: national",
                "kind: tax",
                "documents: {文: {title: 文, seen: full}}",
                "stages: {apply: {all: [T-1]}}")) {
            yaml.append(usual.startsWith(key + ":") ? line : usual).append('\n');
        }
        yaml.append(yaml.toString().contains("\n" + key + ":") || key.equals("id") ? "" : line + "\n");
        Refusal.of(new TinyPack().rule("T-1", "Enterprise( sales > 5 )").wholePolicy(yaml.toString()), what);
    }

    @ParameterizedTest(name = "{index}")
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            a: &x [*x] => an anchor or alias
            a: &x 1¶b: *x => an anchor or alias
            a: !!java.net.URL ["http://x"] => a tag
            a: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL ["http://x/"]]]] => a tag
            a: !!binary aGVsbG8= => a tag
            a: !foo 1 => a tag
            !!map {a: 1} => a tag
            a: 1¶a: 2 => 'a' stands twice
            ? [a, b]¶: 1 => expected a text
            a: [1 => not YAML
            a: "x => not YAML
            a: {b: 1 => not YAML
            a: b: c => not YAML
            ¶ x: 1¶y: 2 => not YAML
            a: 1¶---¶b: 2 => not YAML
            %YAML 3.0¶---¶a: 1 => not YAML
            @a => not YAML
            just a text => expected 'key: value'
            [1, 2] => expected 'key: value'
            `` => the file is empty
            # nothing => the file is empty
            --- => expected 'key: value'
            """)
    void yamlThatIsNotPlainIsRefused(String yaml, String what) {
        String text = yaml == null ? "" : yaml.replace('¶', '\n');
        Refusal.of(new TinyPack().rule("T-1", "Enterprise( sales > 5 )").wholePolicy(text + "\n"), what);
    }

    /** "Billion laughs": small on disk, without end in memory. */
    @Test
    void aBombIsRefusedInAnInstant() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            yaml.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        long start = System.nanoTime();
        Refusal.of(new TinyPack().wholePolicy(yaml.toString()), "an anchor or alias");
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void nestingWithoutEndIsRefused(String open) {
        Refusal.of(new TinyPack().wholePolicy("a: " + open.repeat(10_000) + "\n"), "");
    }

    @Test
    void aPolicyWithoutItsFileIsRefused() {
        TinyPack pack = pack().file("policies/other/criteria.drl", "package policies.other;");
        Refusal.of(pack, "policies/other/policy.yaml:1", "the file is missing");
    }

    @Test
    void aCriterionOfAnotherPolicyIsRefused() {
        TinyPack pack = new TinyPack().rule("T-1", "Enterprise( sales > 5 )").file("policies/other/policy.yaml", """
                        id: other
                        name: {zh: 别的, en: Other}
                        level: national
                        kind: tax
                        stages: {apply: {all: [T-1]}}
                        """);
        Refusal.of(pack, "policies/other/policy.yaml:5", "criterion 'T-1' belongs to tiny");
    }

    private static final String OTHER = """
            id: other
            name: {zh: 别的, en: Other}
            level: national
            kind: tax
            stages: {apply: {information: 未公布}}
            """;

    @Test
    void anUnknownNeighbourIsRefusedAtItsLineWithTheNameProbablyMeant() {
        TinyPack pack = new TinyPack()
                .rule("T-1", "Enterprise( sales > 5 )")
                .file("policies/other/policy.yaml", OTHER + "requires:\n  - tiny\n  - tinny\n");
        assertThat(pack.problems()).singleElement().satisfies(p -> {
            assertThat(p.place()).isEqualTo("rules/policies/other/policy.yaml:8");
            assertThat(p.remedy().en()).isEqualTo("Maybe 'tiny'?");
        });
    }

    @Test
    void nothingRestsOnWhatItShutsOut() {
        TinyPack pack = new TinyPack()
                .rule("T-1", "Enterprise( sales > 5 )")
                .file("policies/other/policy.yaml", OTHER + "requires: [tiny]\nexcludes: [tiny]\n");
        Refusal.of(pack, "policies/other/policy.yaml:7", "'tiny' is both required and excluded");
    }

    @Test
    void onlyThePoliciesOfACircleAreBlamedForIt() {
        TinyPack pack = new TinyPack()
                .rule("T-1", "Enterprise( sales > 5 )")
                .file("policies/other/policy.yaml", OTHER + "requires: [third]\n")
                .file("policies/third/policy.yaml", OTHER.replace("other", "third") + "requires: [other]\n")
                .file("policies/above/policy.yaml", OTHER.replace("other", "above") + "requires: [third]\n");
        assertThat(pack.problems())
                .extracting(p -> p.message().en())
                .containsExactlyInAnyOrder(
                        "'requires' leads from other back to itself.", "'requires' leads from third back to itself.");
    }

    @Test
    void everyProblemStandsOnceAndAllStandTogether() {
        List<Problem> problems = pack().policy(
                        "editions: [{name: 甲, from: x}, {nam: 乙}]\nstages:\n  apply:\n    all: [T-1, T-9]\n    any: []\n    any: [T-2]\n")
                .problems();
        assertThat(problems).doesNotHaveDuplicates();
        assertThat(problems)
                .extracting(p -> p.message().en())
                .contains(
                        "'x' is not a date.",
                        "unknown key 'nam'.",
                        "'name' is missing.",
                        "'any' stands twice.",
                        "unknown criterion 'T-9' in stage apply.",
                        "T-3 is in no requirement tree.");
    }
}
