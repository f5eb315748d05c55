package org.huiqi.web;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.huiqi.ledger.Ledger;
import org.huiqi.ledger.account.Account;
import org.huiqi.ledger.account.Doorman;
import org.huiqi.ledger.account.Journal;
import org.huiqi.ledger.account.Password;
import org.huiqi.ledger.account.Secret;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;

/** Logging in and out, for pages and for the API. Thread-safe. */
public final class Logins {
    private static final int AT_ONCE = 10;
    private static final Duration EVERY = Duration.ofSeconds(6);
    private static final int LONGEST_NAME = 200;
    private final Guard guard;
    private final SessionCookie cookie;
    private final ServerOptions options;
    private final Places places;
    private final Pace pace;

    Logins(Guard guard, SessionCookie cookie, ServerOptions options, Places places) {
        this.guard = guard;
        this.cookie = cookie;
        this.options = options;
        this.places = places;
        this.pace = new Pace(Clock.systemUTC(), AT_ONCE, EVERY);
    }

    /**
     * Begins a session under a new secret and ends the one there was.
     *
     * @throws ProblemException 401 if not, whatever the reason; 429 if too many have failed
     */
    public Caller login(Context ctx, String name, String password) {
        return begin(ctx, admitted(ctx, name, password));
    }

    private Account admitted(Context ctx, String name, String password) {
        String client = Client.address(ctx, options);
        pace.take(Client.network(client)).ifPresent(w -> {
            throw tooMany(ctx, w);
        });
        Ledger ledger = guard.ledger().orElseThrow(Logins::refused);
        String known = name.length() <= LONGEST_NAME ? name : "";
        Doorman.Answer answer = places.compute(() -> ledger.doorman().knock(known, Password.typed(password), client));
        if (answer instanceof Doorman.Answer.Wait wait) {
            throw tooMany(ctx, wait.time());
        }
        if (answer instanceof Doorman.Answer.Admitted admitted) {
            return admitted.account();
        }
        throw refused();
    }

    private Caller begin(Context ctx, Account account) {
        Ledger ledger = guard.getLedger();
        cookie.find(ctx).ifPresent(ledger.sessions()::end);
        Secret secret = ledger.sessions().begin(account);
        cookie.set(ctx, secret);
        return new Caller(account, Optional.of(secret));
    }

    /** Ends the session of a caller, if it is one. */
    public void logout(Context ctx, Caller caller) {
        Ledger ledger = guard.getLedger();
        caller.session().ifPresent(ledger.sessions()::end);
        ledger.journal().add(Journal.Kind.LOGOUT, caller.account().name(), Client.address(ctx, options));
        cookie.clear(ctx);
    }

    /**
     * Changes a password for who knows the present one, and goes on under a new session; all others of the account end.
     *
     * @throws org.huiqi.problem.InvalidInputException if the new one is no good
     */
    public Caller changePassword(Context ctx, Caller caller, String present, String wanted) {
        Ledger ledger = guard.getLedger();
        Password chosen = Password.chosen(wanted, caller.account().name());
        Account account = admitted(ctx, caller.account().name(), present);
        ledger.accounts().password(account, chosen);
        ledger.journal().add(Journal.Kind.PASSWORD_CHANGED, account.name(), Client.address(ctx, options));
        return begin(ctx, account);
    }

    private static ProblemException tooMany(Context ctx, Duration wait) {
        long seconds = Math.max(1, (wait.toMillis() + 999) / 1_000);
        ctx.header("Retry-After", String.valueOf(seconds));
        return new ProblemException(
                ProblemKind.TOO_MANY,
                List.of(new Problem(
                        "$",
                        new Text("登录失败太多", "too many logins have failed"),
                        new Text("请等" + seconds + "秒再试。", "Try again in " + seconds + " seconds."))));
    }

    private static ProblemException refused() {
        return new ProblemException(
                ProblemKind.LOGIN_REFUSED,
                List.of(new Problem(
                        "$",
                        new Text("没有这样的账号和密码,或账号已被锁定", "no such account and password, or it is locked"),
                        new Text(
                                "请核对后再试;忘了密码请找管理员(huiqi account password)。",
                                "Check both; if it is forgotten, ask an administrator (huiqi account password)."))));
    }
}
