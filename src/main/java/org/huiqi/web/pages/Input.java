package org.huiqi.web.pages;

import java.util.List;

/**
 * One question on a form.
 *
 * @param name of the form field
 * @param id of the element in the page
 * @param kind how it is asked
 * @param value as written
 * @param problem what is wrong with the value, empty if nothing
 */
record Input(
        String name,
        String id,
        Kind kind,
        String label,
        String question,
        String help,
        String unit,
        String hint,
        List<Option> options,
        String value,
        String problem) {

    /** How a question is asked. */
    enum Kind {
        /** Yes, no, or nothing. */
        YES_NO,
        /** One of a few. */
        ONE,
        /** One of many. */
        LIST,
        /** Several of those offered. */
        SEVERAL,
        TEXT,
        TEXTS,
        NUMBER,
        DATE,
        MONTH
    }

    /** Something to choose. */
    record Option(String value, String label, boolean chosen) {}

    Input {
        options = List.copyOf(options);
    }

    /** The same question sent under another name. */
    Input renamed(String other) {
        return new Input(other, id, kind, label, question, help, unit, hint, options, value, problem);
    }

    boolean answered() {
        return !value.isEmpty()
                || options.stream().anyMatch(o -> o.chosen() && !o.value().isEmpty());
    }

    /** Several controls under one question. */
    boolean grouped() {
        return kind == Kind.YES_NO || kind == Kind.ONE || kind == Kind.SEVERAL;
    }

    /** The type of a plain input; a value that cannot be read is shown as it was written. */
    String type() {
        return switch (kind) {
            case DATE -> problem.isEmpty() ? "date" : "text";
            case MONTH -> problem.isEmpty() ? "month" : "text";
            case YES_NO, ONE, LIST, SEVERAL, TEXT, TEXTS, NUMBER -> "text";
        };
    }

    String keyboard() {
        return kind == Kind.NUMBER ? "decimal" : "text";
    }
}
