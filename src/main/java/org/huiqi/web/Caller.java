package org.huiqi.web;

import java.util.Optional;
import org.huiqi.ledger.account.Account;
import org.huiqi.ledger.account.Role;
import org.huiqi.ledger.account.Secret;

/**
 * Who asks, known by a session or a token.
 *
 * @param session the secret of the cookie; empty where a script shows a token
 */
public record Caller(Account account, Optional<Secret> session) {

    boolean may(Role role) {
        return account.role().covers(role);
    }

    /** What forms of this caller carry, so that no other site can send them in their name. */
    public String formToken() {
        return session.map(Secret::formToken).orElse("");
    }

    boolean sent(String formToken) {
        return session.filter(s -> s.hasFormToken(formToken)).isPresent();
    }
}
