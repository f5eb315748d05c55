package org.huiqi.report;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiqi.assess.Questions;
import org.huiqi.assess.RuleBook;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Text;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;

/** The dictionary as a list to fill in from: label, name, and how to answer. */
public final class FactsText {
    private static final Map<FieldType, Text> KINDS = Map.of(
            FieldType.BOOLEAN, new Text("是/否", "yes/no"),
            FieldType.INTEGER, new Text("整数", "whole number"),
            FieldType.DECIMAL, new Text("数字", "number"),
            FieldType.DATE, new Text("日期", "date"),
            FieldType.TEXT, new Text("文字", "text"),
            FieldType.TEXTS, new Text("可列多个", "several"));
    private final RuleBook book;
    private final Words words;

    public FactsText(RuleBook book, Lang lang) {
        this.book = book;
        this.words = new Words(book, lang);
    }

    /** Every field, or those that some policies may ask for. */
    public String write(List<String> policies) {
        Set<Questions.Question> asked = new HashSet<>();
        policies.forEach(p -> asked.addAll(Questions.of(book, p)));
        Page page = new Page();
        for (FactType type : book.dictionary().types()) {
            List<Field> fields = type.fields().stream()
                    .filter(f -> policies.isEmpty() || asked.contains(new Questions.Question(type.name(), f.name())))
                    .toList();
            type(page, type, fields);
        }
        return page.toString();
    }

    private void type(Page page, FactType type, List<Field> fields) {
        if (type.kind() == FactType.Kind.TABLE || fields.isEmpty()) {
            return;
        }
        String list = type.list().isEmpty() ? "" : " (" + type.list() + ")";
        page.line(words.of(type.label(), type.name()) + list);
        Map<String, List<Field>> groups =
                fields.stream().collect(Collectors.groupingBy(Field::group, LinkedHashMap::new, Collectors.toList()));
        groups.forEach((group, members) -> group(page.in().line(group), members));
    }

    private void group(Page page, List<Field> fields) {
        fields.forEach(f -> page.item("·", words.label(f) + " (" + f.name() + ") " + answer(f)));
    }

    private String answer(Field field) {
        if (field.derived()) {
            return words.of("由 " + field.from() + " 推算,不用填", "worked out by " + field.from() + ", not answered");
        }
        return (field.month() ? words.of("月份 2025-03", "month 2025-03") : kind(field) + choices(field))
                + (field.unit().isEmpty() ? "" : ", " + field.unit());
    }

    private String kind(Field field) {
        boolean one = !field.choices().isEmpty() && field.type() == FieldType.TEXT;
        return one ? words.of("选一", "one of") : words.of(KINDS.get(field.type()));
    }

    private static String choices(Field field) {
        return field.choices().isEmpty() ? "" : ": " + String.join(" | ", field.choices());
    }
}
