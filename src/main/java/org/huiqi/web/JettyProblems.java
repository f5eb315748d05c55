package org.huiqi.web;

import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Errors that never reach a route (a request that is no HTTP, headers too large …) look like all others and tell nothing of the server. */
final class JettyProblems extends ErrorHandler {
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        ProblemDocument document = new ProblemDocument(ProblemKind.of(code), code, "", List.of());
        SafetyHeaders.put(response.getHeaders());
        response.getHeaders().put("Cache-Control", SafetyHeaders.NEVER_KEEP);
        response.getHeaders().put("Content-Type", ProblemDocument.MEDIA_TYPE);
        if (code == ProblemKind.BUSY.status()) {
            response.getHeaders().put("Retry-After", "1");
        }
        response.write(true, ByteBuffer.wrap(document.bytes()), callback);
    }
}
