package org.huiqi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PageTest {
    private static final int WIDTH = 112;

    @Test
    void aLineThatFitsStaysAsItIs() {
        assertThat(new Page().in(4).line("抵减后应纳税额").toString()).isEqualTo("    抵减后应纳税额\n");
    }

    @Test
    void noLineIsWiderThanThePage() {
        String text = "名单年度全年有效、年内到期又重新取得、年内新认定的,都从名单年度1月享受到次年4月;".repeat(7);
        assertThat(new Page().in(6).item("✓", text).toString().lines())
                .hasSizeGreaterThan(4)
                .allMatch(l -> Columns.width(l) <= WIDTH);
    }

    @Test
    void nothingIsLostWhereALineIsBroken() {
        String text = "a ÷ b + (c × d) 名单年度(含)、“到期”: 12,680万元 ".repeat(9).strip();
        String broken = new Page().in(2).line(text).toString();
        assertThat(broken.replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }

    @Test
    void aBrokenItemContinuesUnderItsTextNotUnderItsMark() {
        assertThat(new Page()
                        .in(2)
                        .item("✗", "很长的话,".repeat(30))
                        .toString()
                        .lines()
                        .skip(1))
                .allMatch(l -> l.startsWith("    很"));
    }

    @Test
    void noLineBeginsWithAClosingMarkOrEndsWithAnOpeningOne() {
        String text = "甲(乙)、“丙”,".repeat(40);
        assertThat(new Page().line(text).toString().lines())
                .noneMatch(l -> ")、”,".indexOf(l.charAt(0)) >= 0)
                .noneMatch(l -> "(“".indexOf(l.charAt(l.length() - 1)) >= 0);
    }

    @Test
    void aCitationThatDoesNotFitMovesToALineOfItsOwn() {
        String said =
                new Page().item("✓", "条".repeat(50), "〔217号 第二条第(一)项 · 节选〕").toString();
        assertThat(said.lines()).containsExactly("✓ " + "条".repeat(50), "  〔217号 第二条第(一)项 · 节选〕");
    }

    @Test
    void whatIsGluedStaysTogether() {
        String said =
                new Page().line("数".repeat(53) + " " + Page.glued("(要求: ≥ 4%)")).toString();
        assertThat(said.lines()).containsExactly("数".repeat(53), "(要求: ≥ 4%)");
    }

    @Test
    void aWordWiderThanThePageIsBrokenNevertheless() {
        assertThat(new Page().line("x".repeat(300)).toString().lines()).hasSize(3);
    }

    @Test
    void columnsOfFiguresAlignAtTheRightThoughChineseIsTwoColumnsWide() {
        String table = Columns.figures(
                List.of("", "期初余额"), List.of(List.of("一月", "12,636.40"), List.of("合计", "0.00")), 12, "");
        assertThat(table.lines()).containsExactly("       期初余额", "一月  12,636.40", "合计       0.00");
    }

    @Test
    void aWideHeadingTakesSeveralLinesAlignedAtTheBottom() {
        String table = Columns.figures(List.of("", "税额", "抵减后应纳税额"), List.of(List.of("1", "2", "3")), 8, "");
        assertThat(table.lines()).containsExactly("         抵减后应", "   税额    纳税额", "1     2         3");
    }
}
