package org.huiqi.engine.condition;

/** A constraint outside the restricted DRL, with the way out. */
public final class ConditionSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String remedy;

    public ConditionSyntaxException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
