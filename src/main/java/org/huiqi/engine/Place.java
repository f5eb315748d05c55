package org.huiqi.engine;

/** Where something stands in the rule pack. */
public record Place(String file, int line) {
    @Override
    public String toString() {
        return "rules/" + file + ":" + line;
    }
}
