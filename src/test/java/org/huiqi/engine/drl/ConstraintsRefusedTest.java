package org.huiqi.engine.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.huiqi.engine.TinyPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constraints that a rule file may not hold. Each line: the constraint, and the words by which it must be refused. */
final class ConstraintsRefusedTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            # code
            name.getClass() == "x" => '.getClass'
            name.length() > 3 => '.length'
            "".getClass().forName("java.lang.Runtime") == name => '.' is not permitted
            new java.io.File("x") == name => 'new'
            Runtime.getRuntime().exec("x") == name => 'Runtime'
            System.exit(1) == 0 => 'System'
            T(java.lang.Runtime) == name => unknown field 'T'
            eval(true) => 'eval'
            this == name => 'this'
            founded.getClass().year > 1 => '.getClass'
            founded.plusDays(1).atStartOfDay() > asOf => '.atStartOfDay'
            founded.now().year > 1 => '.now'
            sales.multiply(cost) > 5 => '.multiply'
            tags.get(0) == "x" => '.get'
            sales = 5 => '='
            name == "x".concat("y") => '.'
            # MVEL and DRL beyond comparisons
            tags[0] == "x" => '['
            name["x"] == "y" => '['
            name#String == "x" => '#'
            name?.length > 3 => '?'
            name!.length > 3 => '!'
            name soundslike "x" => 'soundslike'
            name str[startsWith] "x" => str
            name memberOf tags => 'memberOf'
            name isa String => 'isa'
            name instanceof String => 'instanceof'
            name is empty => 'is'
            name ~= "x" => '~'
            tags excludes "x" => 'excludes'
            name not matches "x" => 'not matches'
            sales > 5 ? true : false => '?'
            sales > 5 && cost > 5 => '&&'
            sales > 5 || cost > 5 => '||'
            sales > 5 & cost > 5 => '&'
            (sales > 5) => expected ')'
            sales > 5 == true => '=='
            listed => a bare 'listed'
            !listed => '!'
            !(sales > 5) => '!'
            sales == null => a comparison with null
            null != sales => 'null'
            sales > 5 > 3 => '>'
            $x : sales > 5 => '$x'
            $x : name => '$x'
            x : sales => unknown field 'x'
            sales : cost => ':'
            (sales, cost) > 5 => not DRL
            sales > max(cost, 5) => unknown field 'max'
            sales > Math.max(cost, 5) => unknown field 'Math.max'
            enterprise.sales > 5 => unknown field 'enterprise.sales'
            nothing > 5 => unknown field 'nothing'
            Sales > 5 => unknown field 'Sales'
            previous == null => 'previous
            previous.sales > 5 => unknown field 'previous.sales'
            product.price > 5 => unknown field 'product.price'
            # texts that are something else in Java
            name == "\\u0022" => '"'
            name == "\\u0022.concat(\\u0022" => '"'
            name == "a\\"b" => '"'
            name == "a\\\\" => '"'
            name == "a\\n" => '"'
            name == "\\u000a" => '"'
            name matches "\\d+" => '"'
            sal\\u0065s > 5 => not DRL
            # numbers that the two compilers read differently, or not exactly
            sales / cost > 5 => division
            sales > cost / 3 => division
            sales % 2 == 0 => '%'
            sales > 0.5 => inexact number
            sales > 5.0 => inexact number
            sales > 5L => the number '5L'
            sales > 5D => the number '5D'
            sales > 1e5 => the number '1e'
            sales > 0x1F => the number '0x'
            sales > 010 => octal
            staff > 010 => octal
            sales > 007.5B => octal
            sales > 1_000 => not DRL
            sales > 3000000000 => too large
            staff > 3000000000 => too large
            staff in (1, 3000000000) => too large
            sales > 123456789012345678901234567890B => too long
            sales == 0.123456789012B => too long
            staff > 0.5B => compared with the decimal
            staff == 5B => compared with the decimal
            staff in (0.5B, 1) => compared with the decimal
            founded.year > 2000.5B => compared with the decimal
            staff * 5000 > 3 => overflow
            units + units + units > 3 => overflow
            units * units > 3 => overflow
            staff * sales > 5 => begins with a whole number
            cost + (staff - sales) > 5 => begins with a whole number
            sales - (staff - (staff + 5)) > 5 => meets a decimal
            staff * (staff - 5) > sales => overflow
            listYear * (0 + 1) > sales => meets a decimal
            sales * sales * sales > 5 => more than 34 digits
            sales * cost * 1000000 > 5 => more than 34 digits
            5 > sales => start with a literal
            "工业" == branch => start with a literal
            true == listed => start with a literal
            1 + 2 > sales => start with a literal
            sales --5 > 0 => not DRL
            sales > --5 => '-'
            sales > +5 => '+'
            # types
            sales == "5" => cannot compare BigDecimal with String
            name > 5 => cannot compare String with Integer
            founded > 5 => cannot compare LocalDate with Integer
            listed == "true" => cannot compare Boolean with String
            listed > true => '>' needs numbers or dates
            name > "a" => '>' needs numbers or dates
            tags == tags => cannot compare List
            tags == "x" => cannot compare List
            name + "x" == "yx" => cannot compare
            sales + listed > 5 => arithmetic needs numbers
            name contains "x" => 'contains' needs a List
            tags contains name => 'name'
            tags contains 5 => '5'
            tags matches "x" => 'matches' needs a text
            sales matches "5" => 'matches' needs a text
            sales in () => ')'
            sales in ("a") => not a literal of the right type
            sales in (cost) => not a literal of the right type
            name in ("a", 5) => not a literal of the right type
            name in "a" => not DRL
            sales + 1 in (5) => only a field
            branch == "服务业" => not a choice
            branch in ("工业", "服务业") => not a choice
            name == "（一）" => no answer is ever spelled
            name == " x " => no answer is ever spelled
            tags contains "Ⅰ" => no answer is ever spelled
            name matches "Ⅰ.*" => unusual characters
            # dates
            founded > "2025-13-01" => as a date
            founded > "2025-02-30" => as a date
            founded > "2025/01/01" => as a date
            founded > "01-JAN-2025" => as a date
            founded > "2025-01" => as a date
            founded in ("2025-01-01", "x") => as a date
            founded.day > 5 => '.day'
            founded.plusWeeks(1) > asOf => '.plusWeeks'
            founded.plusDays() > asOf => ')'
            founded.plusDays("3") > asOf => needs a whole number
            founded.plusDays(true) > asOf => needs a whole number
            founded.plusDays(founded) > asOf => needs a whole number
            founded.plusDays(sales) > asOf => needs a whole number
            founded.plusDays(0.5B) > asOf => needs a whole number
            founded.plusDays(units) > asOf => leave the calendar
            founded.plusYears(staff) > asOf => leave the calendar
            founded.plusDays(1 / 2) > asOf => needs a whole number
            founded.plusDays(1, 2) > asOf => expected ')'
            founded.plusDays(staff.year) > asOf => '.year'
            founded.year.year > 5 => '.'
            founded.plusYears(200000) > asOf => leave the calendar
            5 == 5 => start with a literal
            """)
    void isRefusedByName(String constraint, String what) {
        Refusal.of(
                new TinyPack().rule("T-1", "Enterprise( " + constraint + " )"), "policies/tiny/criteria.drl:4", what);
    }

    /** Java's matcher would take longer than anyone waits. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            (a+)+b => so often repeated
            (a*)* => so often repeated
            (a|a)*b => so often repeated
            (甲|乙)* => so often repeated
            (一｜二) => unusual characters
            ([a-z]+)*c => so often repeated
            .*.*.*x => that many ways
            (a?){50}b => that many ways
            a{1,50}a{1,50}a{1,50}a{1,50}a{1,50}b => that many ways
            (x{0,3}){100}y => that many ways
            (?s).* => '(?'
            (?<n>a) => '(?'
            a++ => after a repeat
            a*? => after a repeat
            a{2}{3} => after a repeat
            ^a$ => '^'
            [a => a class
            [a&&b] => '&' in a class
            [[a]] => '[' in a class
            [] => a class
            (a => a group without an end
            a) => ')'
            *a => '*'
            a{3,1} => such a {…}
            a{x} => such a {…}
            a{99999} => such a {…}
            """)
    void aRegularExpressionWithoutBoundIsRefused(String regex, String what) {
        Refusal.of(new TinyPack().rule("T-1", "Enterprise( name matches \"" + regex + "\" )"), what);
    }

    @Test
    void everyProblemOfAPatternIsSaidAtOnce() {
        assertThat(new TinyPack()
                        .rule("T-1", "Enterprise( sales > 0.5, nothing > 5, name.getClass() == \"x\" )")
                        .rule("T-2", "Enterprise( !listed )")
                        .problems())
                .extracting(p -> p.message().en())
                .hasSize(4);
    }

    @Test
    void aMisspeltFieldIsAnsweredWithTheLikelyOne() {
        assertThat(new TinyPack().rule("T-1", "Enterprise( sale > 5 )").problems())
                .singleElement()
                .satisfies(p -> assertThat(p.remedy().en()).isEqualTo("Maybe 'sales'?"));
    }

    @ParameterizedTest
    @CsvSource({"20, true", "21, false"})
    void parenthesesHaveALimit(int depth, boolean accepted) {
        String nested = "(".repeat(depth) + "sales" + ")".repeat(depth);
        var problems =
                new TinyPack().rule("T-1", "Enterprise( " + nested + " > 1 )").problems();
        assertThat(problems.isEmpty()).isEqualTo(accepted);
    }

    /** Enough brackets to exhaust the stack of any recursive reader. */
    @ParameterizedTest
    @CsvSource({"'(',')'", "'[',']'", "'founded.plusDays(',')'", "'-',''", "'!',''"})
    void bracketsWithoutEndAreRefusedAndNothingBreaks(String open, String close) {
        String constraint = open.repeat(20_000) + "sales" + close.repeat(20_000) + " > 1";
        Assertions.assertThatCode(() -> Refusal.of(new TinyPack().rule("T-1", "Enterprise( " + constraint + " )"), ""))
                .doesNotThrowAnyException();
    }

    @Test
    void aVeryLongConstraintIsRefusedInAnInstant() {
        TinyPack pack = new TinyPack()
                .rule("T-1", "Enterprise( sales" + " + cost".repeat(5_000) + " > 1 )")
                .rule("T-2", "Enterprise( name == \"" + "x".repeat(100_000) + "\" )")
                .rule("T-3", "Enterprise( " + "s".repeat(100_000) + " > 1 )");
        Assertions.assertThat(java.util.stream.IntStream.of(1).mapToObj(i -> timed(pack)))
                .allSatisfy(took -> assertThat(took).isLessThan(Duration.ofSeconds(5)));
    }

    private static Duration timed(TinyPack pack) {
        long start = System.nanoTime();
        Refusal.of(pack, "a constraint of");
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
