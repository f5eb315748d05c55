package org.huiqi.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.huiqi.ledger.Ledger;
import org.huiqi.ledger.LedgerDoor;
import org.huiqi.ledger.account.Role;
import org.huiqi.ledger.account.Secret;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets those through who may. Pages that need nobody's name never ask it, and so never touch the ledger. Thread-safe. */
public final class Guard {
    static final String CSRF_HEADER = "X-CSRF-Token";
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BEARER = "bearer ";
    private final LedgerDoor door;
    private final SessionCookie cookie;

    Guard(LedgerDoor door, SessionCookie cookie) {
        this.door = door;
        this.cookie = cookie;
    }

    /** The ledger, unless nothing is kept yet. */
    Optional<Ledger> ledger() {
        try {
            return door.find();
        } catch (InvalidInputException e) {
            e.problems().forEach(p -> LOG.error("{}", p));
            throw new ProblemException(ProblemKind.LEDGER_CLOSED);
        }
    }

    /** The ledger of somebody who was let in by it. */
    public Ledger getLedger() {
        return ledger().orElseThrow(() -> new ProblemException(ProblemKind.LEDGER_CLOSED));
    }

    /** Who asks, if they can show it; a token that is none is no reason to look for a cookie. */
    public Optional<Caller> find(Context ctx) {
        String authorization = ctx.header("Authorization");
        if (authorization != null) {
            return bearer(authorization)
                    .flatMap(s -> ledger().flatMap(l -> l.tokens().find(s)))
                    .map(a -> new Caller(a, Optional.empty()));
        }
        return cookie.find(ctx)
                .flatMap(s -> ledger().flatMap(l -> l.sessions().find(s))
                        .map(session -> new Caller(session.account(), Optional.of(s))));
    }

    /** Tells later, on any thread, whether who sent this request would still be let in; asking is no request of theirs. */
    BooleanSupplier watch(Context ctx) {
        String authorization = ctx.header("Authorization");
        if (authorization != null) {
            Optional<Secret> token = bearer(authorization);
            return () -> token.flatMap(t -> ledger().flatMap(l -> l.tokens().find(t)))
                    .isPresent();
        }
        Optional<Secret> session = cookie.find(ctx);
        return () -> session.flatMap(s -> ledger().filter(l -> l.sessions().lasts(s)))
                .isPresent();
    }

    private static Optional<Secret> bearer(String authorization) {
        return authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? Optional.of(
                        new Secret(authorization.substring(BEARER.length()).strip()))
                : Optional.empty();
    }

    /**
     * For addresses of the API: a browser that changes something also shows the form token in a header, which no other site can make it do.
     *
     * @throws ProblemException 401 for nobody, 403 for the wrong one
     */
    public Caller api(Context ctx, Role... roles) {
        Caller caller = known(ctx);
        boolean harmless = HARMLESS.contains(ctx.req().getMethod());
        String token = ctx.header(CSRF_HEADER);
        if (!harmless && caller.session().isPresent() && (token == null || !caller.sent(token))) {
            throw forged();
        }
        return allowed(caller, roles);
    }

    /**
     * For what a form of a page sent.
     *
     * @param formToken reads it from the form, which is not read for nobody
     * @throws ProblemException 401 for nobody, 403 for a form that is not theirs
     */
    public Caller form(Context ctx, Supplier<String> formToken) {
        Caller caller = known(ctx);
        if (!caller.sent(formToken.get())) {
            throw forged();
        }
        return caller;
    }

    /**
     * Lets through who has one of the roles; without any, everybody.
     *
     * @throws ProblemException 403
     */
    public Caller allowed(Caller caller, Role... roles) {
        if (roles.length > 0 && Arrays.stream(roles).noneMatch(caller::may)) {
            throw new ProblemException(ProblemKind.FORBIDDEN, List.of(wrongRole(caller, roles)));
        }
        return caller;
    }

    private static Problem wrongRole(Caller caller, Role... roles) {
        String zh = Arrays.stream(roles).map(r -> r.label().zh()).collect(Collectors.joining("或"));
        String en = Arrays.stream(roles).map(r -> r.label().en()).collect(Collectors.joining(" or "));
        String name = caller.account().name();
        return new Problem(
                "$",
                new Text("账号“" + name + "”不是" + zh, "'" + name + "' is no " + en),
                new Text("请用合适的账号登录。", "Log in with an account that is."));
    }

    /** Somebody, whoever. */
    private Caller known(Context ctx) {
        return find(ctx).orElseThrow(() -> {
            ctx.header("WWW-Authenticate", "Bearer realm=\"huiqi\"");
            return new ProblemException(
                    ProblemKind.LOGIN_NEEDED,
                    List.of(
                            new Problem(
                                    "Authorization",
                                    new Text("没有登录,或登录已经失效", "not logged in, or no longer"),
                                    new Text(
                                            "网页请到 /login 登录;脚本请带 Authorization: Bearer 令牌(huiqi token add)。",
                                            "In a browser log in at /login; scripts send Authorization: Bearer TOKEN (huiqi token add)."))));
        });
    }

    static ProblemException forged() {
        return new ProblemException(
                ProblemKind.FORGED,
                List.of(new Problem(
                        CSRF_HEADER,
                        new Text("没有带上本次登录的表单令牌", "the form token of this session is missing"),
                        new Text(
                                "请重新打开页面再提交;脚本见 GET /api/v1/sessions/current 的 csrf。",
                                "Open the page again; scripts find it as csrf at GET /api/v1/sessions/current."))));
    }
}
