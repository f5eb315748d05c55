package org.huiqi.web;

import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Stands before everything: no answer without its safety headers, and no made-up method beyond this point. */
final class Gate extends Handler.Wrapper {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        SafetyHeaders.put(response.getHeaders());
        if (!METHODS.contains(request.getMethod())) {
            Response.writeError(request, response, callback, ProblemKind.NOT_IMPLEMENTED.status());
            return true;
        }
        return super.handle(request, response, callback);
    }
}
