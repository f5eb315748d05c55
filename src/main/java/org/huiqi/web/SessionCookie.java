package org.huiqi.web;

import io.javalin.http.Context;
import java.util.Optional;
import org.huiqi.ledger.account.Secret;

/**
 * The cookie of a session: no script reads it, no other site makes a browser send it, and behind https it never leaves on anything else.
 *
 * @param name with {@code __Host-} no neighbouring site can set it either, which browsers only grant behind https
 */
record SessionCookie(String name, boolean secure) {

    static SessionCookie of(ServerOptions options) {
        return options.proxied()
                ? new SessionCookie("__Host-huiqi_session", true)
                : new SessionCookie("huiqi_session", false);
    }

    Optional<Secret> find(Context ctx) {
        return Optional.ofNullable(ctx.cookie(name)).filter(v -> !v.isEmpty()).map(Secret::new);
    }

    void set(Context ctx, Secret secret) {
        header(ctx, secret.text(), "");
    }

    void clear(Context ctx) {
        header(ctx, "", "; Max-Age=0");
    }

    private void header(Context ctx, String value, String age) {
        ctx.res().addHeader("Set-Cookie", line(name, value, secure) + age);
    }

    /** It ends with the browser at the latest. */
    static String line(String name, String value, boolean secure) {
        return name + "=" + value + "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
    }
}
