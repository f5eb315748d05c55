package org.huiqi.web;

import org.huiqi.ledger.LedgerDoor;

/**
 * What every answer is made with.
 *
 * @param places where to compute, shared by all addresses
 * @param guard of what is not for everybody
 */
public record Desk(LiveBook live, ServerOptions options, Places places, Guard guard, Logins logins, JobDesk jobs) {
    static Desk of(LiveBook live, ServerOptions options, LedgerDoor ledger) {
        Places places = new Places(options.limits());
        SessionCookie cookie = SessionCookie.of(options);
        Guard guard = new Guard(ledger, cookie);
        return new Desk(
                live,
                options,
                places,
                guard,
                new Logins(guard, cookie, options, places),
                new JobDesk(ledger, live, options));
    }
}
