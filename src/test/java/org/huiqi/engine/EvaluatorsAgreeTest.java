package org.huiqi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.huiqi.assess.RuleBook;
import org.huiqi.profile.RandomProfiles;

/** Two compilers of Drools read the same constraints; on no profile may they differ, least of all beside a threshold. */
final class EvaluatorsAgreeTest {
    private static final LocalDate AS_OF = LocalDate.of(2025, 12, 8);
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.\"-])\\d{1,6}(\\.\\d+)?(?![\\w.-])");

    /** Every form of constraint and every type of field, in places where one of the compilers has been seen to stumble. */
    private static final RuleFiles FORMS = RuleFiles.of(Map.of(
            "facts.drl",
            """
            package facts;
            import java.math.BigDecimal;
            import java.time.LocalDate;
            import java.util.List;

            declare Enterprise
                @label("企业")
                name : String @label("名称") @question("?")
                sales : BigDecimal @label("销售") @question("?") @unit("万元")
                cost : BigDecimal @label("成本") @question("?") @unit("万元") @min(0)
                rate : BigDecimal @label("比率") @question("?") @min(0) @max(100)
                staff : Integer @label("人数") @question("?") @min(0) @max(1000000)
                tech : Integer @label("科技人数") @question("?")
                listed : Boolean @label("上市") @question("?")
                kind : String @label("类型") @question("?") @choices("甲|乙|丙")
                code : String @label("代码") @question("?")
                tags : List @label("标签") @question("?")
                since : LocalDate @label("成立") @question("?")
                expires : LocalDate @label("到期") @question("?")
                sizeRow : SizeRow @lookup("kind")
            end
            declare Product
                @label("产品") @list("products") @key("name")
                name : String @label("名称") @question("?")
                owner : String @label("权利人") @question("?")
                value : BigDecimal @label("价值") @question("?") @unit("万元")
                pieces : Integer @label("件数") @question("?") @min(0)
                made : LocalDate @label("制造日") @question("?")
                own : Boolean @label("自有") @question("?")
                field : Integer @label("与参数同名") @question("?")
                target : String @label("也与参数同名") @question("?")
            end
            declare SizeRow
                @label("规模") @table("policies/forms/tables/size.csv") @key("kind")
                kind : String @label("类型")
                least : BigDecimal @label("下限")
                heads : Integer @label("人数")
            end
            """,
            "policies/forms/tables/size.csv",
            "kind,least,heads\n甲,100,50\n乙,200.5,\n",
            "policies/forms/criteria.drl",
            criteria(
                    "Enterprise( sales > 0 )",
                    "Enterprise( sales == 0 )",
                    "Enterprise( sales != 100 )",
                    "Enterprise( sales >= 0.5B )",
                    "Enterprise( sales * 100 > cost * 50 )",
                    "Enterprise( sales * 3 - cost >= 10 )",
                    "Enterprise( (sales + cost) * 100 <= (sales - cost) * 7 * (100 + 35) )",
                    "Enterprise( sales * sales - sales * cost == 0 )",
                    "Enterprise( sales - 0.25B < cost )",
                    "Enterprise( sales > cost * staff )",
                    "Enterprise( sales * 2 * 50 >= 5 * 20 )",
                    "Enterprise( rate <= 12.50B )",
                    "Enterprise( rate in (5, 12.5B, 100) )",
                    "Enterprise( rate not in (5, 12.5B) )",
                    "Enterprise( staff >= 300 )",
                    "Enterprise( staff == 5 * 3 )",
                    "Enterprise( staff != 50 )",
                    "Enterprise( staff - 3 >= 2 * 3 )",
                    "Enterprise( tech * 2 <= staff + 10 )",
                    "Enterprise( staff in (50, 100, 300) )",
                    "Enterprise( staff not in (50, 100) )",
                    "Enterprise( staff > sales )",
                    "Enterprise( sales >= staff )",
                    "Enterprise( listed == true )",
                    "Enterprise( listed == false )",
                    "Enterprise( listed != true )",
                    "Enterprise( kind == \"甲\" )",
                    "Enterprise( kind != \"甲\" )",
                    "Enterprise( kind in (\"甲\", \"丙\") )",
                    "Enterprise( kind not in (\"甲\", \"丙\") )",
                    "Enterprise( code matches \"C?(1[3-9]|[2-4][0-9])[0-9]{0,2}\" )",
                    "Enterprise( tags contains \"甲\" )",
                    "Enterprise( tags not contains \"乙\" )",
                    "Enterprise( since <= asOf )",
                    "Enterprise( since >= \"2020-01-01\" )",
                    "Enterprise( since == \"2020-02-29\" )",
                    "Enterprise( since != expires )",
                    "Enterprise( since.plusYears(3) >= asOf )",
                    "Enterprise( since.plusMonths(3) < expires.minusDays(10) )",
                    "Enterprise( since.year == expires.year - 1 )",
                    "Enterprise( since.monthValue in (1, 2, 12) )",
                    "Enterprise( since.dayOfMonth <= 10 )",
                    "Enterprise( since.plusYears(2).year > expires.year )",
                    "Enterprise( sales >= sizeRow.least )",
                    "Enterprise( staff >= sizeRow.heads )",
                    "Enterprise( sales > 0, cost > 0, sales * 100 >= cost * 5 )",
                    "Product( owner == enterprise.name )",
                    "Product( value * 100 >= enterprise.sales * 5 )",
                    "Product( made.year <= enterprise.since.year + 2 )",
                    "Product( pieces * 2 > enterprise.staff )",
                    "Product( made >= enterprise.since )",
                    "Product( field >= 5 )",
                    "Product( target == \"无\" )",
                    "exists Product( value >= 50, own == true )",
                    "not Product( value < 0 )",
                    "exists Product( owner != enterprise.name )",
                    "accumulate( Product( pieces >= 1 ); $n : count(); $n >= 2 )"),
            "policies/forms/policy.yaml",
            """
            id: forms
            name: {zh: 各种条件, en: all forms of constraints}
            level: national
            kind: recognition
            documents:
              文: {title: 测试文件, seen: full}
            headline: apply
            stages:
              apply: {title: 申报, any: [%s]}
              listed: {title: 产品, subject: Product, any: [F-47, F-48, F-49, F-50, F-51, F-52, F-53]}
            """.formatted(String.join(", ", ids(1, 46), ids(54, 57)))));

    private static final RuleBook SHIPPED = RuleBook.load(RuleFiles.shipped(), RuleBook.NO_CACHE);
    private static final RuleBook ALL_FORMS = RuleBook.load(FORMS, RuleBook.NO_CACHE);

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void onTheShippedPack(@ForAll long seed) {
        agree(SHIPPED, seed);
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void onEveryFormOfConstraint(@ForAll long seed) {
        agree(ALL_FORMS, seed);
    }

    private static void agree(RuleBook book, long seed) {
        var profile = new RandomProfiles(book.dictionary(), seed, numbers(book), dates(book)).one();
        Facts facts = Facts.of(book.compiled(), profile, AS_OF);
        AtomTruths direct = book.direct().evaluate(facts);
        AtomTruths reference = book.reference().evaluate(facts);
        assertThat(differences(book, facts, direct, reference))
                .as("%s", profile)
                .isEmpty();
        assertThat(direct.agreesWith(reference)).isTrue();
    }

    private static List<String> differences(RuleBook book, Facts facts, AtomTruths direct, AtomTruths reference) {
        return book.rules().atoms().values().stream()
                .flatMap(List::stream)
                .flatMap(atom -> IntStream.range(
                                0, facts.find(atom.type()).map(List::size).orElse(0))
                        .filter(i -> direct.of(atom, i) != reference.of(atom, i))
                        .mapToObj(i -> "%s #%d( %s ): direct %d, reference %d"
                                .formatted(atom.type(), i, atom.source(), direct.of(atom, i), reference.of(atom, i))))
                .toList();
    }

    private static List<BigDecimal> numbers(RuleBook book) {
        return found(NUMBER, book).map(BigDecimal::new).toList();
    }

    private static List<LocalDate> dates(RuleBook book) {
        return found(DATE, book).map(LocalDate::parse).toList();
    }

    private static Stream<String> found(Pattern pattern, RuleBook book) {
        return book.rules().atoms().values().stream()
                .flatMap(List::stream)
                .flatMap(a -> pattern.matcher(a.source()).results())
                .map(MatchResult::group)
                .distinct();
    }

    private static String criteria(String... conditions) {
        StringBuilder drl = new StringBuilder("package policies.forms;\nimport facts.*;\n");
        for (int i = 0; i < conditions.length; i++) {
            drl.append(
                    "rule \"F-%d 条件\" @document(\"文\") @clause(\"一\") @seen(\"full\")\nwhen\n    %s\nthen met(); end\n"
                            .formatted(i + 1, conditions[i]));
        }
        return drl.toString();
    }

    private static String ids(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "F-" + i).collect(Collectors.joining(", "));
    }
}
