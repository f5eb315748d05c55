package org.huiqi.screen.judge;

import org.huiqi.profile.Field;
import org.jspecify.annotations.Nullable;

/** A field that policy.yaml names: the subject's own where it has it, else the enterprise's. {@code type} is -1 for the enterprise. */
record SubjectField(Field field, int type, int index, int bit, boolean possible) {
    @Nullable
    Object value(Scene scene) {
        if (type < 0) {
            return scene.fact().get(index);
        }
        return scene.size(type) < 0 ? null : scene.fact(type, scene.element).get(index);
    }

    void missing(Scene scene, long rows, Wants out) {
        if (field.derived()) {
            scene.behind(index, rows, out);
        } else {
            out.add(bit, rows);
        }
    }
}
