package org.huiqi.ledger.account;

import java.util.Locale;
import org.huiqi.problem.Text;

/** What an account is for. */
public enum Role {
    OFFICER("经办人", "officer"),
    AUDITOR("审核人", "auditor"),
    ADMIN("管理员", "administrator");

    private final Text label;

    Role(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }

    /** As it is written on command lines and in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** An administrator may do what others may. */
    public boolean covers(Role other) {
        return this == other || this == ADMIN;
    }
}
