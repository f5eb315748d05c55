package org.huiqi.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;

/** Every address of the server. A GET answers HEAD as well, and every address tells on OPTIONS what it accepts. */
public final class Routes {
    private final JavalinConfig config;

    private Routes(JavalinConfig config) {
        this.config = config;
    }

    static void route(JavalinConfig config, Desk desk, Site site) {
        Routes routes = new Routes(config);
        LiveBook live = desk.live();
        AssessmentRoutes assessments = new AssessmentRoutes(desk);
        AdviceRoutes advice = new AdviceRoutes(desk);
        Catalogue catalogue = new Catalogue(live, desk.options());
        OpenApi openApi = new OpenApi();
        routes.get("/health", new Health(live)::tell);
        routes.get("/openapi.json", openApi::json);
        routes.get("/openapi.yaml", openApi::yaml);
        routes.get("/api/v1/facts", catalogue::facts);
        routes.get("/api/v1/policies", catalogue::policies);
        routes.get("/api/v1/policies/{policy}", catalogue::policy);
        routes.get("/api/v1/graph", catalogue::graph);
        routes.post("/api/v1/assessments", assessments::assess);
        routes.post("/api/v1/amounts/{policy}", assessments::amount);
        routes.post("/api/v1/interviews", advice::interview);
        routes.post("/api/v1/advice", advice::advise);
        SessionRoutes sessions = new SessionRoutes(desk);
        routes.post("/api/v1/sessions", sessions::login);
        routes.getAndDelete("/api/v1/sessions/current", sessions::current, sessions::logout);
        screenings(routes, desk);
        site.route(routes, desk);
    }

    private static void screenings(Routes routes, Desk desk) {
        ScreeningRoutes screenings = new ScreeningRoutes(desk);
        JobEvents events = new JobEvents(desk, screenings);
        routes.getAndPost("/api/v1/screenings", screenings::list, screenings::submit);
        routes.getAndDelete("/api/v1/screenings/{id}", screenings::one, screenings::cancel);
        routes.delete("/api/v1/screenings/{id}/files", screenings::delete);
        routes.get("/api/v1/screenings/{id}/events", events::tell);
        routes.get("/api/v1/screenings/{id}/results/{name}", screenings::result);
    }

    public void get(String path, Handler handler) {
        add(HandlerType.GET, path, handler);
        add(HandlerType.HEAD, path, handler);
        add(HandlerType.OPTIONS, path, ctx -> allow(ctx, "GET, HEAD, OPTIONS"));
    }

    public void post(String path, Handler handler) {
        add(HandlerType.POST, path, handler);
        add(HandlerType.OPTIONS, path, ctx -> allow(ctx, "POST, OPTIONS"));
    }

    /** An address that answers both. */
    public void getAndPost(String path, Handler get, Handler post) {
        add(HandlerType.GET, path, get);
        add(HandlerType.HEAD, path, get);
        add(HandlerType.POST, path, post);
        add(HandlerType.OPTIONS, path, ctx -> allow(ctx, "GET, HEAD, POST, OPTIONS"));
    }

    void getAndDelete(String path, Handler get, Handler delete) {
        add(HandlerType.GET, path, get);
        add(HandlerType.HEAD, path, get);
        add(HandlerType.DELETE, path, delete);
        add(HandlerType.OPTIONS, path, ctx -> allow(ctx, "GET, HEAD, DELETE, OPTIONS"));
    }

    void delete(String path, Handler handler) {
        add(HandlerType.DELETE, path, handler);
        add(HandlerType.OPTIONS, path, ctx -> allow(ctx, "DELETE, OPTIONS"));
    }

    private void add(HandlerType method, String path, Handler handler) {
        config.routes.addEndpoint(new Endpoint(method, path, handler));
    }

    private static void allow(Context ctx, String methods) {
        ctx.status(204).header("Allow", methods);
    }
}
