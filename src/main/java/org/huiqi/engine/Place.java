package org.huiqi.engine;

import java.io.Serializable;

/** Where something stands in the rule pack. */
public record Place(String file, int line) implements Serializable {
    @Override
    public String toString() {
        return "rules/" + file + ":" + line;
    }
}
