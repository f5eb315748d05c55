package org.huiqi.screen.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.huiqi.assess.Questions;
import org.huiqi.assess.RuleBook;
import org.huiqi.policy.Policy;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;

/** A workbook to fill in: one sheet of firms and one for each kind of repeated fact, with choices to pick from and a note on every heading. */
public final class Template {
    private static final int LAST_ROW = 20_000;
    private static final String CODE = "统一社会信用代码";
    private static final String EXAMPLE = "示例(这一行不会被筛查)";
    private final RuleBook book;
    private final Set<String> policies;
    private final List<List<String>> choices = new ArrayList<>();

    private Template(RuleBook book, Set<String> policies) {
        this.book = book;
        this.policies = policies;
    }

    /** Writes a template; {@code policies}: ids of those whose questions it asks, empty for all. */
    public static void write(Path file, RuleBook book, Set<String> policies) throws IOException {
        try (PartFile part = new PartFile(file)) {
            write(part.out(), book, policies);
            part.finish();
        }
    }

    /** The same to wherever it is to go. */
    public static void write(OutputStream out, RuleBook book, Set<String> policies) throws IOException {
        try (Workbook workbook = new Workbook(out, "huiqi", "1.0")) {
            workbook.setGlobalDefaultFont("等线", 10.5);
            new Template(book, policies).write(workbook);
        }
    }

    private void write(Workbook workbook) throws IOException {
        Worksheet options = null;
        List<Worksheet> sheets = new ArrayList<>();
        sheets.add(sheet(workbook, book.dictionary().enterprise(), "企业"));
        for (FactType type : book.dictionary().repeated()) {
            if (wanted(type)) {
                sheets.add(sheet(workbook, type, type.label()));
            }
        }
        notes(workbook);
        options = workbook.newWorksheet("选项");
        for (int c = 0; c < choices.size(); c++) {
            for (int r = 0; r < choices.get(c).size(); r++) {
                options.value(r, c, choices.get(c).get(r));
            }
        }
        options.setVisibilityState(VisibilityState.HIDDEN);
        options.finish();
        for (Worksheet sheet : sheets) {
            sheet.finish();
        }
    }

    private List<Field> fields(FactType type) {
        return type.fields().stream()
                .filter(f -> !f.derived() && !f.reviewer() && !f.label().equals(CODE) && asked(type, f))
                .toList();
    }

    /** A sheet on which only names could be written answers nothing. */
    private boolean wanted(FactType type) {
        return fields(type).stream().anyMatch(f -> policies.isEmpty() || questioned(type, f));
    }

    private boolean asked(FactType type, Field field) {
        return policies.isEmpty() || field.name().equals("name") || questioned(type, field);
    }

    private boolean questioned(FactType type, Field field) {
        return book.policies().stream()
                .map(Policy::id)
                .filter(policies::contains)
                .anyMatch(p -> Questions.of(book, p).contains(new Questions.Question(type.name(), field.name())));
    }

    private Worksheet sheet(Workbook workbook, FactType type, String name) {
        Worksheet sheet = workbook.newWorksheet(name);
        List<Field> fields = fields(type);
        sheet.value(0, 0, CODE);
        sheet.comment(0, 0, "18位,见营业执照。关联的表用它找到企业。");
        sheet.inlineString(1, 0, EXAMPLE);
        sheet.width(0, 24);
        for (int c = 0; c < fields.size(); c++) {
            column(sheet, c + 1, fields.get(c));
        }
        sheet.range(0, 0, 0, fields.size())
                .style()
                .bold()
                .fontColor("FFFFFF")
                .fillColor("1F4E79")
                .wrapText(true)
                .verticalAlignment("center")
                .set();
        sheet.range(1, 0, 1, fields.size())
                .style()
                .italic()
                .fontColor("7F7F7F")
                .fillColor("F2F2F2")
                .set();
        sheet.rowHeight(0, 48);
        sheet.freezePane(2, 1);
        return sheet;
    }

    private void column(Worksheet sheet, int column, Field field) {
        String unit = field.unit().isEmpty() ? "" : "(" + field.unit() + ")";
        sheet.value(0, column, field.label() + unit);
        sheet.comment(0, column, note(field));
        sheet.inlineString(1, column, example(field));
        sheet.width(column, Math.min(40, Math.max(12, field.label().length() * 2.0)));
        List<String> permitted = field.type() == FieldType.BOOLEAN ? List.of("是", "否") : field.choices();
        if (!permitted.isEmpty() && field.type() != FieldType.TEXTS) {
            pick(sheet, column, permitted);
        }
    }

    /** Choices stand in a hidden sheet: written into the rule itself they may neither be long nor hold a comma. */
    private void pick(Worksheet sheet, int column, List<String> permitted) {
        int list = choices.indexOf(permitted);
        if (list < 0) {
            list = choices.size();
            choices.add(permitted);
        }
        String letters = letters(list);
        String range = "选项!$" + letters + "$1:$" + letters + "$" + permitted.size();
        sheet.range(1, column, LAST_ROW, column)
                .validateWithListByFormula(range)
                .allowBlank(true)
                .showErrorMessage(true)
                .errorTitle("不是可选值")
                .error("请从下拉列表里选,没有答案就留空。");
    }

    private static String letters(int column) {
        String letters = "";
        for (int c = column; c >= 0; c = c / 26 - 1) {
            letters = (char) ('A' + c % 26) + letters;
        }
        return letters;
    }

    private static String note(Field field) {
        StringBuilder note = new StringBuilder(field.question());
        note.append(field.help().isEmpty() ? "" : "\n" + field.help());
        note.append(field.unit().isEmpty() ? "" : "\n单位:" + field.unit() + ",也可以写明单位,如 1.2亿元");
        note.append(
                field.choices().isEmpty()
                        ? ""
                        : "\n可选:"
                                + String.join(
                                        "、", field.choices().stream().limit(12).toList()));
        note.append("\n字段名:").append(field.name());
        return note.toString();
    }

    private static String example(Field field) {
        return switch (field.type()) {
            case BOOLEAN -> "是";
            case INTEGER ->
                field.min() == null
                        ? "12"
                        : field.min().add(java.math.BigDecimal.ONE).toPlainString();
            case DECIMAL -> field.unit().equals("%") ? "12.5" : "1,234.50";
            case DATE -> field.month() ? "2025-03" : "2025-03-31";
            case TEXT -> field.choices().isEmpty() ? "某某有限公司" : field.choices().get(0);
            case TEXTS ->
                field.choices().isEmpty()
                        ? "甲、乙"
                        : String.join("、", field.choices().stream().limit(2).toList());
        };
    }

    private void notes(Workbook workbook) throws IOException {
        Page page = new Page(workbook, "填写说明", 2, 26, 100);
        page.heading(List.of("项目", "说明"), 0);
        page.line(List.of("每行一家企业", "“企业”表每行一家;产品、税款所属期等填在各自的表里,用信用代码对应,一家可以有多行。"));
        page.line(List.of("没有答案", "留空,或写 - 或 /。留空不等于“否”或“没有”:筛查结果会是“信息不足”,并指出还缺什么。"));
        page.line(List.of("确实没有", "关联的表里写一行:信用代码,其余任一格写“无”。"));
        page.line(List.of("数字", "可以带千分位、全角数字和单位(元、千元、万元、亿元、%)。"));
        page.line(List.of("是非", "是/否、有/无、√/× 都可以。"));
        page.line(List.of("日期", "2024-03-01、2024.3.1、2024年3月1日、Excel 日期都可以;月份写 2024-03 或 2024年3月。"));
        page.line(List.of("标题", "列的顺序可以变,不用的列可以删;不认识的列不会读,并在结果里列出。"));
        page.line(List.of("示例行", "第一格以“示例”开头的行不会被筛查。"));
        page.finish();
    }
}
