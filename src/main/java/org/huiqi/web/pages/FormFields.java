package org.huiqi.web.pages;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import org.huiqi.web.ServerOptions;

/** The few fields of a short form. What is missing is empty; of a field sent twice the last counts. */
record FormFields(Map<String, String> values) {
    FormFields {
        values = Map.copyOf(values);
    }

    static FormFields read(Context ctx, ServerOptions.Limits limits) {
        Map<String, String> values = new HashMap<>();
        Submission.read(ctx, limits).values().forEach((name, all) -> values.put(name, all.get(all.size() - 1)));
        return new FormFields(values);
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** Passwords and the like are not for printing. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
