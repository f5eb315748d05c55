package org.huiqi.web;

import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/** Headers of every answer, errors of the server below included. */
final class SafetyHeaders {
    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Content-Security-Policy",
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    /** Answers to a profile, and errors, stay with whoever asked. */
    static final String NEVER_KEEP = "no-store";

    private SafetyHeaders() {}

    static void put(HttpFields.Mutable headers) {
        HEADERS.forEach(headers::put);
    }
}
