package org.huiqi.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.huiqi.assess.RuleBook;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;

/** The words a profile may use, as JSON: a form can be made of it. */
public final class DictionaryJson {
    private DictionaryJson() {}

    /** The enterprise first, then what is repeated; tables and sheets are not for profiles. */
    public static ObjectNode tree(RuleBook book) {
        ObjectNode root = Json.object().put("ruleBook", book.digest());
        ArrayNode types = root.putArray("types");
        type(types.addObject(), book.dictionary().enterprise());
        book.dictionary().repeated().forEach(t -> type(types.addObject(), t));
        return root;
    }

    private static void type(ObjectNode out, FactType type) {
        out.put("name", type.name())
                .put("kind", type.kind().name().toLowerCase(Locale.ROOT))
                .put("label", type.label());
        Json.unlessEmpty(out, "list", type.list());
        Json.texts(out.putArray("key"), type.key());
        ArrayNode fields = out.putArray("fields");
        type.fields().forEach(f -> field(fields.addObject(), f));
    }

    static void field(ObjectNode out, Field field) {
        out.put("name", field.name())
                .put("type", field.type().name().toLowerCase(Locale.ROOT))
                .put("label", field.label());
        Json.unlessEmpty(out, "labelEn", field.en());
        Json.unlessEmpty(out, "unit", field.unit());
        Json.unlessEmpty(out, "question", field.question());
        Json.unlessEmpty(out, "help", field.help());
        Json.unlessEmpty(out, "group", field.group());
        Json.texts(out.putArray("choices"), field.choices());
        bounds(out, field);
        Json.texts(out.putArray("aliases"), field.aliases());
        out.put("reviewer", field.reviewer()).put("month", field.month());
        Json.unlessEmpty(out, "derivedFrom", field.from());
    }

    private static void bounds(ObjectNode out, Field field) {
        if (field.min() != null) {
            out.put("min", field.min());
        }
        if (field.max() != null) {
            out.put("max", field.max());
        }
    }
}
