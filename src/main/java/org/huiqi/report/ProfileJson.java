package org.huiqi.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.Entry;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.Keys;
import org.huiqi.profile.Profile;
import org.huiqi.profile.ReviewAnswer;

/** A profile as the JSON it can be read from again. */
public final class ProfileJson {
    private ProfileJson() {}

    /** Fields by their names, in the order answered. */
    public static ObjectNode tree(Dictionary dictionary, Profile profile) {
        ObjectNode out = Json.object();
        profile.asOf().ifPresent(d -> out.put("asOf", d.toString()));
        entry(out, dictionary.enterprise(), profile.enterprise());
        profile.lists().forEach((name, entries) -> {
            FactType type = dictionary.get(name);
            ArrayNode elements = out.putArray(type.list());
            entries.forEach(e -> entry(elements.addObject(), type, e));
        });
        if (!profile.reviews().isEmpty()) {
            ArrayNode reviews = out.putArray("reviews");
            profile.reviews().forEach(r -> review(reviews.addObject(), r));
        }
        return out;
    }

    private static void entry(ObjectNode out, FactType type, Entry entry) {
        entry.answers().forEach((name, value) -> answer(out, type.get(name), value));
    }

    private static void answer(ObjectNode out, Field field, Object value) {
        if (value instanceof Boolean b) {
            out.put(field.name(), b);
        } else if (value instanceof BigDecimal d) {
            out.put(field.name(), d);
        } else if (value instanceof Integer i) {
            out.put(field.name(), i);
        } else if (value instanceof List<?> texts) {
            ArrayNode array = out.putArray(field.name());
            texts.forEach(t -> array.add(t.toString()));
        } else {
            out.put(field.name(), Keys.show(field, value));
        }
    }

    private static void review(ObjectNode out, ReviewAnswer review) {
        out.put("criterion", review.criterion());
        Json.unlessEmpty(out, "subject", review.subject());
        out.put("met", review.met());
        Json.ifPresent(out, "by", review.by());
        Json.ifPresent(out, "at", review.at());
        Json.ifPresent(out, "note", review.note());
    }
}
