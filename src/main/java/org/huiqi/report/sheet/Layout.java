package org.huiqi.report.sheet;

import java.util.ArrayList;
import java.util.List;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;

/** Where things stand in the workbook, for whoever writes and whoever reads it. */
final class Layout {
    static final String ENTERPRISE = "企业";
    static final String REVIEWS = "评审";
    static final String CHOICES = "选项";
    /** Columns of the sheet of the enterprise. */
    static final int GROUP = 0;

    static final int ITEM = 1;
    static final int ANSWER = 2;
    static final int UNIT = 3;
    static final int ABOUT = 4;
    static final int NAME = 5;
    static final List<String> HEADINGS = List.of("分组", "项目", "填写", "单位", "说明", "字段名");
    /** Rows of a sheet of elements: labels, names, and then the elements. */
    static final int LABELS = 0;

    static final int NAMES = 1;
    static final int FIRST = 2;
    static final List<String> REVIEW = List.of("criterion", "subject", "met", "by", "at", "note");
    static final List<String> YES_NO = List.of("是", "否");
    /** Written for a list that is answered and empty. */
    static final String NONE = "\u2205";

    private static final int MAX_NAME = 31;

    private Layout() {}

    /** What Excel permits as the name of a sheet. */
    static String sheet(FactType type) {
        String name = type.label().replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        boolean taken = List.of(ENTERPRISE, REVIEWS, CHOICES).contains(name);
        return taken || name.isEmpty() || name.length() > MAX_NAME ? type.list() : name;
    }

    static List<Field> answered(FactType type) {
        return type.fields().stream().filter(f -> !f.derived()).toList();
    }

    /** The only answers there are, where they can be listed in a cell. */
    static List<String> choices(Field field) {
        if (field.type() == FieldType.BOOLEAN) {
            return YES_NO;
        }
        return field.type() == FieldType.TEXT ? field.choices() : List.of();
    }

    /** Every list of choices once: each has a column of its own. */
    static List<List<String>> allChoices(Dictionary dictionary) {
        List<List<String>> all = new ArrayList<>();
        all.add(List.of(NONE));
        for (FactType type : dictionary.types()) {
            answered(type).stream()
                    .map(Layout::choices)
                    .filter(c -> !c.isEmpty() && !all.contains(c))
                    .forEach(all::add);
        }
        return all;
    }
}
