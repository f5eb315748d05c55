package org.huiqi.web;

import io.javalin.http.Context;
import java.util.Optional;

/** Addresses besides the API: the pages for people. */
public interface Site {
    /** No pages. */
    Site NONE = new Site() {
        @Override
        public void route(Routes routes, Desk desk) {}

        @Override
        public boolean wants(Context ctx) {
            return false;
        }

        @Override
        public void tell(Context ctx, ProblemDocument document) {
            throw new IllegalStateException("wants nothing");
        }

        @Override
        public Optional<Page> page(String path, String accept, ProblemDocument document) {
            return Optional.empty();
        }
    };

    void route(Routes routes, Desk desk);

    /** Whether who asks is a person at a browser, who is told of problems on a page. */
    boolean wants(Context ctx);

    /** Sends the page of a problem; status and headers are set. */
    void tell(Context ctx, ProblemDocument document);

    /**
     * A page as it goes out.
     *
     * @param policy of what it may load
     */
    record Page(String type, String policy, byte[] html) {}

    /** The page of a problem that never reaches a route, for a person; empty for a program. */
    Optional<Page> page(String path, String accept, ProblemDocument document);
}
