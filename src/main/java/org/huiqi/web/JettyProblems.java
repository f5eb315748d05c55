package org.huiqi.web;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Errors that never reach a route (a request that is no HTTP, headers too large …) look like all others and tell nothing of the server. */
final class JettyProblems extends ErrorHandler {
    private final Site site;

    JettyProblems(Site site) {
        this.site = site;
    }

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
        if (code == ProblemKind.BUSY.status()) {
            response.getHeaders().put("Retry-After", "1");
        }
        response.write(true, ByteBuffer.wrap(body(request, response, document)), callback);
    }

    private byte[] body(Request request, Response response, ProblemDocument document) {
        // of an address that cannot be read the headers are not read either: rather a page than JSON for a person
        boolean unread = request.getHeaders().size() == 0;
        String accept =
                unread ? "text/html" : String.valueOf(request.getHeaders().get("Accept"));
        Optional<Site.Page> page = site.page(String.valueOf(request.getHttpURI().getPath()), accept, document);
        page.ifPresent(p -> response.getHeaders().put("Content-Security-Policy", p.policy()));
        response.getHeaders().put("Content-Type", page.map(Site.Page::type).orElse(ProblemDocument.MEDIA_TYPE));
        return page.map(Site.Page::html).orElseGet(document::bytes);
    }
}
