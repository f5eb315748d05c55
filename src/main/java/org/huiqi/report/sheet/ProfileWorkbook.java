package org.huiqi.report.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.Entry;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.Fields;
import org.huiqi.profile.Keys;
import org.huiqi.profile.Profile;
import org.huiqi.profile.ReviewAnswer;

/** Writes a workbook: a sheet for the enterprise, one for each kind of element, one for what reviewers said. */
public final class ProfileWorkbook {
    private static final String HEAD = "0D5C63";
    private static final String INPUT = "FFFDF3";
    private static final int SPARE_ROWS = 200;
    private final Dictionary dictionary;
    private final Profile profile;
    private final List<List<String>> choices;
    private final Worksheet offered;

    private ProfileWorkbook(Dictionary dictionary, Profile profile, Worksheet offered) {
        this.dictionary = dictionary;
        this.profile = profile;
        this.choices = Layout.allChoices(dictionary);
        this.offered = offered;
    }

    /** The workbook's bytes; an empty profile makes a blank one. */
    public static byte[] write(Dictionary dictionary, Profile profile) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Huiqi", "1.0")) {
            Worksheet enterprise = book.newWorksheet(Layout.ENTERPRISE);
            ProfileWorkbook writer = new ProfileWorkbook(dictionary, profile, book.newWorksheet(Layout.CHOICES));
            writer.offer();
            writer.enterprise(enterprise);
            dictionary.repeated().forEach(t -> writer.elements(book.newWorksheet(Layout.sheet(t)), t));
            writer.reviews(book.newWorksheet(Layout.REVIEWS));
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook in memory", e);
        }
        return out.toByteArray();
    }

    /** Drop-downs refer to cells: a list written into the validation itself may not be longer than 255 characters. */
    private void offer() {
        for (int c = 0; c < choices.size(); c++) {
            for (int r = 0; r < choices.get(c).size(); r++) {
                offered.value(r, c, choices.get(c).get(r));
            }
        }
        offered.setVisibilityState(VisibilityState.HIDDEN);
    }

    private void enterprise(Worksheet sheet) {
        head(sheet, 0, Layout.HEADINGS);
        int[] widths = {14, 34, 26, 8, 60, 26};
        for (int i = 0; i < widths.length; i++) {
            sheet.width(i, widths[i]);
        }
        sheet.freezePane(0, 1);
        row(sheet, 1, Fields.AS_OF, profile.asOf().map(Object.class::cast));
        int row = 2;
        for (Field field : Layout.answered(dictionary.enterprise())) {
            row(sheet, row++, field, profile.enterprise().find(field.name()));
        }
        for (FactType type : dictionary.repeated()) {
            list(sheet, row++, type);
        }
    }

    private void row(Worksheet sheet, int row, Field field, Optional<Object> value) {
        sheet.value(row, Layout.GROUP, field.group());
        sheet.value(row, Layout.ITEM, field.label());
        sheet.value(row, Layout.UNIT, field.unit());
        sheet.value(row, Layout.ABOUT, about(field));
        sheet.value(row, Layout.NAME, field.name());
        sheet.style(row, Layout.ABOUT).wrapText(true).set();
        sheet.style(row, Layout.ANSWER).fillColor(INPUT).borderStyle("thin").set();
        value.ifPresent(v -> cell(sheet, row, Layout.ANSWER, field, v));
        note(sheet, row, Layout.ANSWER, field);
        validate(sheet, field, row, row, Layout.ANSWER);
    }

    /** Whether there are elements at all: their sheet cannot say that there are none. */
    private void list(Worksheet sheet, int row, FactType type) {
        sheet.value(row, Layout.ITEM, type.label());
        sheet.value(row, Layout.ABOUT, "逐个填在“" + Layout.sheet(type) + "”表里;一个也没有的,这里选 " + Layout.NONE);
        sheet.value(row, Layout.NAME, type.list());
        sheet.style(row, Layout.ANSWER).fillColor(INPUT).borderStyle("thin").set();
        offer(sheet, List.of(Layout.NONE), row, row, Layout.ANSWER);
        if (profile.findList(type.name()).map(List::isEmpty).orElse(false)) {
            sheet.value(row, Layout.ANSWER, Layout.NONE);
        }
    }

    private static String about(Field field) {
        return Stream.of(field.question(), field.help())
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static void note(Worksheet sheet, int row, int column, Field field) {
        String range = field.min() == null && field.max() == null
                ? ""
                : "范围 " + (field.min() == null ? "" : field.min().toPlainString()) + " – "
                        + (field.max() == null ? "" : field.max().toPlainString());
        String several =
                field.type() == org.huiqi.profile.FieldType.TEXTS ? "一格里每行一个(Alt+Enter 换行);没有就写 " + Layout.NONE : "";
        String note = Stream.of(about(field), field.unit().isEmpty() ? "" : "单位 " + field.unit(), range, several)
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining("\n"));
        if (!note.isEmpty()) {
            sheet.comment(row, column, note);
        }
    }

    private void validate(Worksheet sheet, Field field, int first, int last, int column) {
        List<String> permitted = Layout.choices(field);
        if (!permitted.isEmpty()) {
            offer(sheet, permitted, first, last, column);
        }
    }

    private void offer(Worksheet sheet, List<String> permitted, int first, int last, int column) {
        int at = choices.indexOf(permitted);
        Range source = offered.range(0, at, permitted.size() - 1, at);
        sheet.range(first, column, last, column)
                .validateWithList(source)
                .allowBlank(true)
                .showErrorMessage(false);
    }

    private static void cell(Worksheet sheet, int row, int column, Field field, Object value) {
        if (value instanceof Boolean b) {
            sheet.value(row, column, b ? "是" : "否");
        } else if (value instanceof BigDecimal d) {
            sheet.value(row, column, d.scale() < 0 ? d.setScale(0) : d);
        } else if (value instanceof Integer i) {
            sheet.value(row, column, i);
        } else if (value instanceof List<?> texts) {
            sheet.value(
                    row,
                    column,
                    texts.isEmpty()
                            ? Layout.NONE
                            : texts.stream().map(Object::toString).collect(Collectors.joining("\n")));
        } else {
            sheet.value(row, column, Keys.show(field, value));
        }
    }

    private void elements(Worksheet sheet, FactType type) {
        List<Field> fields = Layout.answered(type);
        head(sheet, Layout.LABELS, fields.stream().map(ProfileWorkbook::title).toList());
        sheet.freezePane(1, Layout.FIRST);
        sheet.hideRow(Layout.NAMES);
        for (int c = 0; c < fields.size(); c++) {
            sheet.width(c, 18);
            sheet.value(Layout.NAMES, c, fields.get(c).name());
            note(sheet, Layout.LABELS, c, fields.get(c));
            validate(sheet, fields.get(c), Layout.FIRST, Layout.FIRST + SPARE_ROWS, c);
        }
        List<Entry> entries = profile.findList(type.name()).orElse(List.of());
        for (int r = 0; r < entries.size(); r++) {
            element(sheet, Layout.FIRST + r, fields, entries.get(r).answers());
        }
    }

    private static String title(Field field) {
        return field.label() + (field.unit().isEmpty() ? "" : "(" + field.unit() + ")");
    }

    private static void element(Worksheet sheet, int row, List<Field> fields, Map<String, Object> answers) {
        for (int c = 0; c < fields.size(); c++) {
            Object value = answers.get(fields.get(c).name());
            if (value != null) {
                cell(sheet, row, c, fields.get(c), value);
            }
        }
    }

    private void reviews(Worksheet sheet) {
        head(sheet, 0, Layout.REVIEW);
        for (int i = 0; i < profile.reviews().size(); i++) {
            ReviewAnswer review = profile.reviews().get(i);
            sheet.value(i + 1, 0, review.criterion());
            sheet.value(i + 1, 1, review.subject());
            sheet.value(i + 1, 2, review.met() ? "是" : "否");
            sheet.value(i + 1, 3, review.by().orElse(""));
            sheet.value(i + 1, 4, review.at().orElse(""));
            sheet.value(i + 1, 5, review.note().orElse(""));
        }
    }

    private static void head(Worksheet sheet, int row, List<String> titles) {
        for (int c = 0; c < titles.size(); c++) {
            sheet.value(row, c, titles.get(c));
            sheet.style(row, c)
                    .bold()
                    .fontColor("FFFFFF")
                    .fillColor(HEAD)
                    .wrapText(true)
                    .set();
        }
    }
}
