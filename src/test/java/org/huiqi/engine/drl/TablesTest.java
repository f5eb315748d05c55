package org.huiqi.engine.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.TinyPack;
import org.huiqi.profile.Profile;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dated tables that a clause refers to: a tiny one, looked up by both evaluators. */
final class TablesTest {
    private static final String ROWS = """
            industry,least,most,validFrom,validTo
            农业,50,500,,2024-12-31
            农业,60,600,2025-01-01,2025-12-31
            农业,70,700,2026-01-01,
            工业,300,,2020-01-01,
            """;

    private static TinyPack pack(String rows) {
        return pack(
                rows,
                "industry : String @label(\"行业\")\nleast : BigDecimal @label(\"下限\")\nmost : BigDecimal @label(\"上限\")");
    }

    private static TinyPack pack(String rows, String fields) {
        return new TinyPack()
                .field("size : SizeRow @lookup(\"branch\")")
                .type("declare SizeRow @label(\"规模标准\") @table(\"policies/tiny/tables/size.csv\") @key(\"industry\")\n"
                        + fields + "\nend")
                .file("policies/tiny/tables/size.csv", rows)
                .rule("T-1", "Enterprise( sales >= size.least )")
                .rule("T-2", "Enterprise( sales < size.most )");
    }

    private static final RuleBook BOOK = pack(ROWS).book();

    private static Finding finding(String criterion, Map<String, Object> answers, String asOf) {
        Profile profile = Profile.of(answers);
        LocalDate day = LocalDate.parse(asOf);
        Assessor assessor = new Assessor(BOOK);
        Assessor.Request request = Assessor.Request.on(day);
        assertThat(assessor.assess(profile, request, BOOK.reference())).isEqualTo(assessor.assess(profile, request));
        return assessor.finding(profile, day, criterion, "");
    }

    @ParameterizedTest(name = "{0} {1} on {2}: {3}")
    @CsvSource({
        "农业, 50, 1900-01-01, MET",
        "农业, 49.99, 1900-01-01, UNMET",
        "农业, 50, 2024-12-31, MET",
        "农业, 59.99, 2025-01-01, UNMET",
        "农业, 60, 2025-01-01, MET",
        "农业, 60, 2025-12-31, MET",
        "农业, 69.99, 2026-01-01, UNMET",
        "农业, 70, 2200-12-31, MET",
        "工业, 300, 2020-01-01, MET",
        "工业, 300, 2019-12-31, UNKNOWN",
        "商业, 300, 2025-01-01, UNKNOWN"
    })
    void theRowOfTheDayCounts(String branch, String sales, String asOf, Truth expected) {
        Finding finding = finding("T-1", Map.of("branch", branch, "sales", new BigDecimal(sales)), asOf);
        assertThat(finding.truth()).isEqualTo(expected);
        assertThat(finding.missing()).isEmpty();
        assertThat(finding.fault().isPresent()).isEqualTo(expected == Truth.UNKNOWN);
    }

    @Test
    void anEmptyCellIsNoFigureAndTheFindingSaysSo() {
        Finding finding = finding("T-2", Map.of("branch", "工业", "sales", BigDecimal.TEN), "2025-01-01");
        assertThat(finding.truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(finding.missing()).isEmpty();
        assertThat(finding.fault()).hasValueSatisfying(f -> assertThat(f).contains("size.most"));
    }

    @Test
    void theFieldThatIsLookedUpIsWhatIsMissing() {
        assertThat(finding("T-1", Map.of("sales", BigDecimal.TEN), "2025-01-01").missing())
                .containsExactly("branch");
        assertThat(finding("T-1", Map.of("branch", "农业"), "2025-01-01").missing())
                .containsExactly("sales");
        assertThat(finding("T-1", Map.of(), "2025-01-01").missing()).containsExactly("sales", "branch");
    }

    @Test
    void figuresAreReadAsPeopleWriteThemAndFormulasAreNot() {
        assertThat(pack("industry,least,most\n农业,\"1,200\",\" 500 \"\n").problems())
                .isEmpty();
        Refusal.of(
                pack("industry,least,most\n农业,=1+1,500\n"),
                "policies/tiny/tables/size.csv:2",
                "'=1+1' is not a number");
        Refusal.of(pack("industry,least,most\n\"=cmd|' /C calc'!A0\",1e3,+5%\n"), "cannot read the unit of '1e3'");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            industry,least,most => 1: a table without rows
            ¶ => 1: a table without rows
            industry,least¶农业,1 => 1: column 'most' is missing
            industry,leest,most¶农业,1,2 => 1: unknown column 'leest'
            industry,least,least,most¶农业,1,1,2 => 1: not CSV
            industry,least,most¶农业,1 => 2: 2 cells under 3 columns
            industry,least,most¶农业,1,2,3 => 2: 4 cells under 3 columns
            industry,least,most¶"农业,1,2 => 2: 1 cells under 3 columns
            industry,least,most¶,1,2 => 2: a row without a key
            industry,least,most,validFrom¶农业,1,2,2025-13-01 => 2: '2025-13-01' is not a date
            industry,least,most,validFrom¶农业,1,2,2025/01/01 => 2: '2025/01/01' is not a date
            industry,least,most,validFrom,validTo¶农业,1,2,2025-02-01,2025-01-31 => 2: a row that ends before it begins
            industry,least,most¶农业,1,2¶农业,3,4 => 3: row '农业' overlaps line 2
            industry,least,most,validTo,validFrom¶农业,1,2,2025-01-01,¶工业,1,2,,¶¶农业,3,4,,2025-01-01 => 5: row '农业' overlaps line 2
            industry,least,most¶农业,12345678901,2 => 2: least: number has too many digits
            industry,least,most¶农业,1.1234567,2 => 2: least: number has too many digits
            industry,least,most¶农业,1e999999999,2 => 2: least: cannot read the unit of '1e999999999'
            """)
    void aTableIsRefusedAtItsLine(String rows, String what) {
        String[] parts = what.split(": ", 2);
        Refusal.of(
                pack(rows == null ? "" : rows.replace('¶', '\n')),
                "policies/tiny/tables/size.csv:" + parts[0],
                parts[1]);
    }

    @Test
    void aTableIsLookedUpByOneKeyOfTheTypeOfTheField() {
        String fields =
                "industry : Integer @label(\"行业\")\nleast : BigDecimal @label(\"下限\")\nmost : BigDecimal @label(\"上限\")";
        Refusal.of(pack("industry,least,most\n1,1,2\n", fields), "looks for a String among keys that are Integer");
        TinyPack keyless = new TinyPack()
                .field("size : SizeRow @lookup(\"branch\")")
                .type(
                        "declare SizeRow @label(\"表\") @table(\"policies/tiny/tables/size.csv\")\nleast : BigDecimal\nend")
                .file("policies/tiny/tables/size.csv", "least\n1\n")
                .rule("T-1", "Enterprise( sales >= size.least )");
        Refusal.of(keyless, "has no single @key");
    }

    @Test
    void aTableThatNoTypeReadsIsRefused() {
        TinyPack pack =
                new TinyPack().rule("T-1", "Enterprise( sales > 5 )").file("policies/tiny/tables/x.csv", "a\n1\n");
        Refusal.of(pack, "policies/tiny/tables/x.csv:1", "no type has this @table");
    }

    @Test
    void aRowCannotBeAskedForTheDate() {
        Refusal.of(pack(ROWS).rule("T-3", "Enterprise( size.asOf > \"2020-01-01\" )"), "unknown field 'size.asOf'");
    }

    @Test
    void productsLookRowsUpToo() {
        TinyPack pack = new TinyPack()
                .type(
                        "declare Limit @label(\"限额\") @table(\"policies/tiny/tables/limit.csv\") @key(\"kind\")\nkind : String\nlimit : BigDecimal\nend")
                .type(
                        "declare Thing @label(\"物品\") @list(\"things\") @key(\"kind\")\nkind : String @label(\"种类\")\nworth : BigDecimal @label(\"价值\")\nlimits : Limit @lookup(\"kind\")\nend")
                .file("policies/tiny/tables/limit.csv", "kind,limit\n甲,10\n乙,20\n")
                .rule("T-1", "exists Thing( worth > limits.limit )");
        RuleBook book = pack.book();
        Profile profile = Profile.of(Map.of())
                .withList("Thing", List.of(thing("甲", "10"), thing("丙", "99"), thing("乙", "20.01")));
        Assessor assessor = new Assessor(book);
        assertThat(assessor.finding(profile, LocalDate.of(2025, 1, 1), "T-1", "")
                        .truth())
                .isEqualTo(Truth.MET);
        Assessor.Request request = Assessor.Request.on(LocalDate.of(2025, 1, 1));
        assertThat(assessor.assess(profile, request, book.reference())).isEqualTo(assessor.assess(profile, request));
    }

    private static org.huiqi.profile.Entry thing(String kind, String worth) {
        return new org.huiqi.profile.Entry(kind, Map.of("kind", kind, "worth", new BigDecimal(worth)));
    }
}
