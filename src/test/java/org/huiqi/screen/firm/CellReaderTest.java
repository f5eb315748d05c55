package org.huiqi.screen.firm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.huiqi.assess.RealRules;
import org.huiqi.problem.Problem;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;
import org.huiqi.profile.ValueReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CellReaderTest {
    private static final Field SALES = field("totalSalesExclVat");

    private static Field field(String name) {
        return RealRules.book().dictionary().enterprise().get(name);
    }

    private static Object read(Field field, String cell) {
        return new CellReader(field, "").read(cell);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "12,734;12734",
                "12734;12734",
                "12 734.50;12734.5",
                "1.2734亿元;12734",
                "127340000元;12734",
                "127340千元;12734",
                "12734万元;12734",
                "0012734;12734"
            })
    void moneyIsReadInEveryUnitPeopleUse(String cell, BigDecimal expected) {
        assertThat((BigDecimal) read(SALES, cell)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024", "2024年", "2024年度", "２０２４年度"})
    void aYearIsReadWithItsUnitOrWithout(String cell) {
        assertThat(read(field("applyYear"), cell)).isEqualTo(2024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "/", "—", "--", "——", "N/A", "#N/A"})
    void nothingIsNoAnswer(String cell) {
        assertThat(read(SALES, cell)).isNull();
        assertThat(read(field("name"), cell)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"无数据", "暂无", "不详", "不清楚", "待核实"})
    void wordsForNoAnswerAreNoneWhereTheyAreNoAnswerThemselves(String cell) {
        assertThat(read(SALES, cell)).isNull();
        assertThat(read(field("registrationDate"), cell)).isNull();
        assertThat(read(field("isIndependentLegalPerson"), cell)).isNull();
        assertThat(read(field("registeredDistrict"), cell)).isNull();
    }

    @Test
    void whatAccountantsPutInBracketsIsBelowZero() {
        Field profit = field("netProfitY3");
        assertThat((BigDecimal) read(profit, "(1,036.99)")).isEqualByComparingTo("-1036.99");
        assertThat((BigDecimal) read(profit, "（0.5亿元）")).isEqualByComparingTo("-5000");
        assertThat((BigDecimal) read(profit, "(5)万元")).isEqualByComparingTo("-5");
        assertThat(read(profit, "⑸")).isInstanceOf(Problem.class);
        assertThat(read(SALES, "(5)")).isInstanceOf(Problem.class);
        assertThat(read(profit, "(1)200")).as("a number in a list").isInstanceOf(Problem.class);
        assertThat(read(profit, "(3) 120")).isInstanceOf(Problem.class);
        assertThat(read(profit, "(2024)15.5万元")).isInstanceOf(Problem.class);
    }

    @Test
    void aMonthForADayIsRefusedByWhatIsMissing() {
        Problem problem = (Problem) read(field("registrationDate"), "2018年3月");
        assertThat(problem.message().zh()).contains("只写到月");
        assertThat(problem.remedy().zh()).contains("2018-03-15", "留空");
    }

    @ParameterizedTest
    @ValueSource(strings = {"约500", "12,34", "#DIV/0!", "1e9", "12公斤", "-5", "²5", "1234567890123", "12.1234567"})
    void whatIsNoNumberIsAProblem(String cell) {
        assertThat(read(SALES, cell)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"是", "有", "√", "✓", "TRUE", "yes"})
    void yesIsWrittenInManyWays(String cell) {
        assertThat(read(field("isIndependentLegalPerson"), cell)).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"否", "无", "×", "✗", "false"})
    void noIsWrittenInManyWays(String cell) {
        assertThat(read(field("isIndependentLegalPerson"), cell)).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2024-03-01", "2024.3.1", "2024/3/1", "2024年3月1日", "45352", "20240301", "2024-03-01 00:00:00"})
    void daysAreReadAsPeopleAndProgramsWriteThem(String cell) {
        assertThat(read(field("registrationDate"), cell)).isEqualTo(LocalDate.of(2024, 3, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-30", "2024", "昨天", "12", "2024-13-01"})
    void whatIsNoDayIsAProblem(String cell) {
        assertThat(read(field("registrationDate"), cell)).isInstanceOf(Problem.class);
    }

    @Test
    void aMonthNeedsNoDay() {
        Field month = RealRules.book().dictionary().get("TaxPeriod").get("month");
        for (String cell : List.of("2024年3月", "2024-03", "2024.3", "2024/3/15", "45352")) {
            assertThat(read(month, cell)).as(cell).isEqualTo(LocalDate.of(2024, 3, 1));
        }
    }

    @Test
    void theUnitOfTheHeadingHoldsForBareNumbersOnly() {
        CellReader inYuan = new CellReader(SALES, "元");
        assertThat((BigDecimal) inYuan.read("127,340,000")).isEqualByComparingTo("12734");
        assertThat((BigDecimal) inYuan.read("12734万元")).isEqualByComparingTo("12734");
    }

    @Test
    void theShortWayAgreesWithTheLongOne() {
        Random random = new Random(5);
        String pieces = "0123456789.-, 是否有2024-03/年月日万元%A(";
        for (Field field : RealRules.book().dictionary().enterprise().fields()) {
            CellReader reader = new CellReader(field, "");
            for (int i = 0; i < 60 && !field.derived(); i++) {
                StringBuilder cell = new StringBuilder(field.type().numeric() ? "" + random.nextInt(3000) : "");
                for (int n = random.nextInt(6); n > 0; n--) {
                    cell.append(pieces.charAt(random.nextInt(pieces.length())));
                }
                agrees(field, reader, cell.toString());
            }
        }
    }

    private static void agrees(Field field, CellReader reader, String cell) {
        boolean onlyHere = field.type() == FieldType.DATE && cell.matches("\\d+(\\.\\d+)?");
        if (onlyHere
                || ValueReader.silent(ValueReader.normal(cell))
                || ValueReader.normal(cell).matches("-+")) {
            return;
        }
        Object expected = ValueReader.read(field, cell, field.name())
                .value()
                .map(v -> (Object) v)
                .orElse("problem");
        Object ours = reader.read(cell);
        assertThat(ours instanceof Problem ? "problem" : ours)
                .as("%s '%s'", field.name(), cell)
                .isEqualTo(expected);
        assertThat(reader.read(cell)).isEqualTo(ours);
    }
}
